import { expect, test } from "vitest";
import { bucketFor, isCut, rangeFor, totalsOf } from "./buckets";

const now = new Date("2026-03-01T12:00:00.000Z");

test("the last week is counted where no moment is chosen", () => {
  expect(rangeFor(undefined, undefined, now)).toEqual({
    from: "2026-02-22T12:00:00.000Z",
    to: "2026-03-01T12:00:00.000Z",
  });
});

test("the moments that are chosen are counted", () => {
  const range = rangeFor("2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z", now);

  expect(range).toEqual({ from: "2026-01-01T00:00:00.000Z", to: "2026-01-02T00:00:00.000Z" });
  expect(isCut(range, "2026-01-01T00:00:00.000Z")).toBe(false);
});

test("a long time is cut to what the server counts", () => {
  const range = rangeFor("2020-01-01T00:00:00.000Z", undefined, now);

  expect(range.from).toBe("2025-01-26T12:00:00.000Z");
  expect(isCut(range, "2020-01-01T00:00:00.000Z")).toBe(true);
});

test.each([
  ["2026-02-28T12:00:00.000Z", "hour"],
  ["2026-02-26T12:00:00.000Z", "hour"],
  ["2026-02-22T12:00:00.000Z", "day"],
  ["2025-12-01T12:00:00.000Z", "day"],
  ["2025-03-01T12:00:00.000Z", "month"],
])("from %s it is counted by the %s", (from, bucket) => {
  expect(bucketFor({ from, to: now.toISOString() })).toBe(bucket);
});

test("totals are of all stretches, the most frequent first", () => {
  const counted = [
    { start: "2026-02-27T00:00:00Z", counts: { access: 1, data: 2 } },
    { start: "2026-02-28T00:00:00Z", counts: {} },
    { start: "2026-03-01T00:00:00Z", counts: { access: 4, authentication: 2 } },
  ];

  expect(totalsOf(counted)).toEqual([
    ["access", 5],
    ["authentication", 2],
    ["data", 2],
  ]);
});
