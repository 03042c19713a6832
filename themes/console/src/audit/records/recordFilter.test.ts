import { expect, test } from "vitest";
import { filterIn, isNarrowed, narrowed } from "./recordFilter";

test("an address says what is looked for, and what else it has does not matter", () => {
  expect(filterIn(new URLSearchParams("action=user.&name=ali*&other=1&category="))).toEqual({
    action: "user.",
    name: "ali*",
  });
});

test("an empty value takes a part out", () => {
  const filter = narrowed({ action: "user.", name: "alice" }, "name", " ");

  expect(filter).toEqual({ action: "user." });
  expect(isNarrowed(filter)).toBe(true);
  expect(isNarrowed(narrowed(filter, "action", ""))).toBe(false);
});

test("what is chosen survives the address", () => {
  const filter = narrowed({ outcome: "failure" }, "from", "2026-11-25T00:00:00Z");

  expect(filterIn(new URLSearchParams(filter as Record<string, string>))).toEqual(filter);
});
