/**
 * Where in a list that is read by cursors the reader stands: the cursors of the pages after the first, up to the one
 * in view. The server only knows the way forward, so the way back is remembered.
 */
export type Trail = readonly string[];

export const firstPage: Trail = [];

export const cursorOf = (trail: Trail): string | undefined => trail.at(-1);

export const pageNumberOf = (trail: Trail): number => trail.length + 1;

export const forward = (trail: Trail, nextCursor: string): Trail => [...trail, nextCursor];

export const back = (trail: Trail): Trail => trail.slice(0, -1);
