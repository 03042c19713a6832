import type { Api } from "../../api/Api";
import type { Place } from "../records/records";

/** Moments in UTC, the second excluded. */
export interface MomentRange {
  readonly from: string;
  readonly to: string;
}

export type Bucket = "hour" | "day" | "month";

/** What is told apart. */
export type By = "outcome" | "category";

export interface Counted {
  /** Where the stretch of time begins: a moment in UTC. */
  readonly start: string;
  readonly counts: Readonly<Record<string, number>>;
}

export const summariesOf = (api: Api, place: Place) => ({
  between: async ({ from, to }: MomentRange, by: By, tenant: string | undefined) =>
    (
      await api.get<{ readonly items: readonly Counted[] }>([...place, "summary"], {
        from,
        to,
        bucket: bucketFor({ from, to }),
        by,
        tenant,
      })
    ).items,
});

const millisOfHour = 3_600_000;
const millisOfDay = 24 * millisOfHour;

/** As many days as the server counts in one answer; a whole hour is added at either end. */
export const mostDays = 399;

const daysAtFirst = 7;

const momentOf = (millis: number) => new Date(millis).toISOString();

/** What is counted when records from and to some moment are looked at: the last days of it, where it is too long. */
export function rangeFor(from: string | undefined, to: string | undefined, now: Date): MomentRange {
  const end = to === undefined ? now.getTime() : Date.parse(to);
  const begin = from === undefined ? end - daysAtFirst * millisOfDay : Date.parse(from);
  return { from: momentOf(Math.max(begin, end - mostDays * millisOfDay)), to: momentOf(end) };
}

/** Whether the range that is counted says less than what was asked for. */
export const isCut = (range: MomentRange, from: string | undefined): boolean =>
  from !== undefined && Date.parse(from) < Date.parse(range.from);

/** As fine as fits beside each other. */
export function bucketFor({ from, to }: MomentRange): Bucket {
  const days = (Date.parse(to) - Date.parse(from)) / millisOfDay;
  return days <= 3 ? "hour" : days <= 92 ? "day" : "month";
}

/** How many there are of each in all of them, the most frequent first. */
export function totalsOf(counted: readonly Counted[]): [string, number][] {
  const totals = new Map<string, number>();
  for (const { counts } of counted) {
    for (const [key, count] of Object.entries(counts)) {
      totals.set(key, (totals.get(key) ?? 0) + count);
    }
  }
  return [...totals].sort(
    ([firstKey, first], [secondKey, second]) => second - first || (firstKey < secondKey ? -1 : 1),
  );
}

export const totalOf = ({ counts }: Counted): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
