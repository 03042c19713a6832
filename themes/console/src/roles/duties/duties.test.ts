import { expect, test } from "vitest";
import { isComplete } from "./duties";

test.each([
  ["Payments", ["pay", "approve"], 1, true],
  ["Payments", ["pay", "approve", "audit"], 2, true],
  ["Payments", ["pay", "approve"], 2, false],
  ["Payments", ["pay", "approve"], 0, false],
  ["Payments", ["pay", "approve"], undefined, false],
  ["Payments", ["pay"], 1, false],
  [" ", ["pay", "approve"], 1, false],
])("%s of %j with at most %s can be saved: %s", (name, roles, max, complete) => {
  expect(isComplete({ name, roles, max })).toBe(complete);
});
