/** How much of a limit is used. */
export interface Use {
  readonly used: number;
  /** Absent for any number. */
  readonly limit?: number;
  readonly overLimit: boolean;
}

export type UseLevel = "unlimited" | "free" | "full" | "over";

/** How the use stands. More than the limit is possible: a limit may be lowered below what is used. */
export function levelOf({ used, limit, overLimit }: Use): UseLevel {
  if (limit === undefined) {
    return "unlimited";
  }
  if (overLimit) {
    return "over";
  }
  return used < limit ? "free" : "full";
}

/** Whole percents of the limit, at most 100. A limit of nothing is used up. */
export const percentOf = (used: number, limit: number): number =>
  limit === 0 ? 100 : Math.min(100, Math.round((100 * used) / limit));
