import { expect, test } from "vitest";
import { csvName, daysIn, faultOf, lastDays } from "./dayRange";

const now = new Date("2026-03-01T23:30:00.000Z");

test.each([
  [1, "2026-03-01"],
  [2, "2026-02-28"],
  [30, "2026-01-31"],
  [365, "2025-03-02"],
])("the last %i days begin on %s", (days, from) => {
  const range = lastDays(days, now);

  expect(range).toEqual({ from, to: "2026-03-01" });
  expect(daysIn(range)).toBe(days);
});

test.each([
  ["2026-01-01", "2026-01-01", undefined],
  ["2025-01-01", "2026-02-04", undefined],
  ["2025-01-01", "2026-02-05", "keystewardFaultTooManyDays"],
  ["2026-01-02", "2026-01-01", "keystewardFaultBackwards"],
  ["", "2026-01-01", "keystewardFaultNoDay"],
])("from %s to %s: %s", (from, to, fault) => {
  expect(faultOf({ from, to })).toBe(fault);
});

test("a file says whose and which days", () => {
  expect(csvName("acme", { from: "2026-01-01", to: "2026-01-31" })).toBe("acme-usage-2026-01-01-2026-01-31.csv");
});
