import { expect, test } from "vitest";
import { latestFirst, percentilesOf } from "./health";

test.each([
  [undefined, []],
  [{}, []],
  [{ p50: 0, p99: 90 }, [0, 90]],
  [{ p99: 90, p95: 40, p50: 12 }, [12, 40, 90]],
])("of %j what was measured is shown, the fastest first", (durations, milliseconds) => {
  expect(percentilesOf(durations).map((one) => one.milliseconds)).toEqual(milliseconds);
});

test("a percentile says of how many of a hundred", () => {
  expect(percentilesOf({ p95: 40 })).toEqual([{ share: 95, milliseconds: 40 }]);
});

test("the latest error stands first", () => {
  const errors = ["2026-11-01T12:00:00.5Z", "2026-11-01T12:00:01Z", "2026-11-01T11:00:00Z"].map((at) => ({
    at,
    operation: "create user",
    status: 409,
  }));

  expect(latestFirst(errors).map(({ at }) => at)).toEqual([
    "2026-11-01T12:00:01Z",
    "2026-11-01T12:00:00.5Z",
    "2026-11-01T11:00:00Z",
  ]);
});
