import { expect, test } from "vitest";
import { levelOf, percentOf } from "./use";

test.each([
  [0, 3, false, "free"],
  [2, 3, false, "free"],
  [3, 3, false, "full"],
  [4, 3, true, "over"],
  [0, 0, false, "full"],
  [7, undefined, false, "unlimited"],
] as const)("%i of %s seats (over: %s) are %s", (used, limit, overLimit, level) => {
  expect(levelOf({ used, overLimit, ...(limit !== undefined && { limit }) })).toBe(level);
});

test.each([
  [0, 3, 0],
  [2, 3, 67],
  [5, 3, 100],
  [0, 0, 100],
])("%i of %i is %i percent", (used, limit, percent) => {
  expect(percentOf(used, limit)).toBe(percent);
});
