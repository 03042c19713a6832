import { expect, test } from "vitest";
import { seatChartOf, topOf } from "./seatChart";
import type { DayOfUse } from "./usage";

const day = (seatsUsed: number, seatsPeak: number, seatLimit?: number): DayOfUse => ({
  day: "2026-01-01",
  seatsUsed,
  seatsPeak,
  ...(seatLimit !== undefined && { seatLimit }),
  pendingInvitations: 0,
  activeMembers1: 0,
  activeMembers7: 0,
  activeMembers30: 0,
  signIns: 0,
});

const frame = { width: 120, height: 60, left: 10, right: 10, top: 5, bottom: 5 };

test.each([
  [[], 4],
  [[day(0, 0)], 4],
  [[day(3, 5)], 8],
  [[day(3, 5, 11)], 12],
  [[day(90, 101)], 120],
  [[day(500, 500)], 800],
])("the scale of %j ends at %i", (days, top) => {
  expect(topOf(days)).toBe(top);
});

test("days stand side by side and numbers above each other", () => {
  const chart = seatChartOf([day(0, 2, 4), day(2, 3, 4), day(4, 4, 4)], frame);

  expect(chart.used).toBe("M10 55 L60 30 L110 5");
  expect(chart.limit).toBe("M10 5 L60 5 L110 5");
  expect(chart.ticks.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4]);
});

test("the line of the limit is broken where there was none", () => {
  const chart = seatChartOf([day(0, 0, 4), day(0, 0), day(0, 0, 4)], frame);

  expect(chart.limit).toBe("M10 5 M110 5");
});

test("a single day stands in the middle", () => {
  expect(seatChartOf([day(2, 2)], frame).used).toBe("M60 30");
});
