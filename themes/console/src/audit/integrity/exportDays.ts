/** Days as `2026-01-31` in the browser's time zone, both included. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

export type DaysFault = "keystewardFaultNoDay" | "keystewardFaultBackwards";

const startOf = (day: string, daysLater = 0) => {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + daysLater);
  return date;
};

export function faultIn({ first, last }: Days): DaysFault | undefined {
  const [from, to] = [startOf(first), startOf(last)];
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) {
    return "keystewardFaultNoDay";
  }
  return to < from ? "keystewardFaultBackwards" : undefined;
}

/** From the first moment of the first day to the first behind the last. */
export const momentsOf = ({ first, last }: Days) => ({
  from: startOf(first).toISOString(),
  to: startOf(last, 1).toISOString(),
});

export const exportName = (realm: string, { first, last }: Days) => `audit-${realm}-${first}-${last}.jsonl`;
