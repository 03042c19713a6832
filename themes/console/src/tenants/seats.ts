import type { Seats } from "./tenants";

export type SeatLevel = "unlimited" | "free" | "full" | "over";

/** How the seats stand. More than the limit is possible: a limit may be lowered below what is used. */
export function levelOf({ used, limit, overLimit }: Seats): SeatLevel {
  if (limit === undefined) {
    return "unlimited";
  }
  if (overLimit) {
    return "over";
  }
  return used < limit ? "free" : "full";
}

/** Whole percents of the limit, at most 100. A limit of no seats is used up. */
export const percentOf = (used: number, limit: number): number =>
  limit === 0 ? 100 : Math.min(100, Math.round((100 * used) / limit));
