/** Days as `2026-01-31` in UTC, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** As many as the server counts in one answer. */
export const mostDays = 400;

const millisOfDay = 86_400_000;

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The last days, today included. */
export const lastDays = (days: number, now: Date): DayRange => ({
  from: dayOf(new Date(now.getTime() - (days - 1) * millisOfDay)),
  to: dayOf(now),
});

export const daysIn = ({ from, to }: DayRange): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / millisOfDay) + 1;

export type RangeFault = "keystewardFaultNoDay" | "keystewardFaultBackwards" | "keystewardFaultTooManyDays";

/** The message that says why the server would not take it. */
export function faultOf(range: DayRange): RangeFault | undefined {
  const days = daysIn(range);
  if (Number.isNaN(days)) {
    return "keystewardFaultNoDay";
  }
  if (days < 1) {
    return "keystewardFaultBackwards";
  }
  return days > mostDays ? "keystewardFaultTooManyDays" : undefined;
}

/** What the file of a tenant's usage is called. */
export const csvName = (alias: string, { from, to }: DayRange): string => `${alias}-usage-${from}-${to}.csv`;
