import { expect, test } from "vitest";
import { barChartOf } from "./bars";

const frame = { width: 220, height: 60, left: 10, right: 10, top: 5, bottom: 15 };

test("stands side by side, and one above the other", () => {
  const { bars, ticks } = barChartOf(
    [
      { start: "2026-03-01T00:00:00Z", counts: { success: 2, failure: 1 } },
      { start: "2026-03-02T00:00:00Z", counts: { failure: 4 } },
    ],
    ["success", "failure"],
    frame,
  );

  expect(ticks.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4]);
  expect(bars).toEqual([
    {
      start: "2026-03-01T00:00:00Z",
      x: 20,
      width: 80,
      parts: [
        { key: "success", y: 25, height: 20 },
        { key: "failure", y: 15, height: 10 },
      ],
    },
    { start: "2026-03-02T00:00:00Z", x: 120, width: 80, parts: [{ key: "failure", y: 5, height: 40 }] },
  ]);
});

test("nothing is drawn where nothing happened", () => {
  const { bars } = barChartOf([{ start: "2026-03-01T00:00:00Z", counts: {} }], ["success"], frame);

  expect(bars.map(({ parts }) => parts)).toEqual([[]]);
});
