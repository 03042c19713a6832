import { expect, test } from "vitest";
import { accessBy, stateOf, type TokenState } from "./tokens";

const now = new Date("2026-11-01T12:00:00Z");
const forever = {};
const long = { expiresAt: "2027-11-01T12:00:00Z" };
const soon = { expiresAt: "2026-11-15T12:00:00Z" };
const over = { expiresAt: "2026-11-01T12:00:00Z" };

test.each([
  [forever, "valid"],
  [long, "valid"],
  [{ expiresAt: "2026-11-15T12:00:01Z" }, "valid"],
  [soon, "expiring"],
  [over, "expired"],
])("a token of %j is %s", (token, state) => {
  expect(stateOf(token, now)).toBe(state);
});

test.each<[object[], TokenState | undefined]>([
  [[], undefined],
  [[over], "expired"],
  [[over, soon], "expiring"],
  [[soon, long], "valid"],
  [[forever, over], "valid"],
])("a source with the tokens %j is as well off as with the best of them", (tokens, state) => {
  expect(accessBy(tokens, now)).toBe(state);
});
