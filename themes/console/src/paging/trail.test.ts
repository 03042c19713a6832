import { expect, test } from "vitest";
import { back, cursorOf, firstPage, forward, pageNumberOf } from "./trail";

test("the first page has no cursor", () => {
  expect(cursorOf(firstPage)).toBeUndefined();
  expect(pageNumberOf(firstPage)).toBe(1);
});

test("remembers the way back", () => {
  const third = forward(forward(firstPage, "a"), "b");

  const second = back(third);

  expect([cursorOf(third), pageNumberOf(third)]).toEqual(["b", 3]);
  expect([cursorOf(second), pageNumberOf(second)]).toEqual(["a", 2]);
});

test("there is nothing before the first page", () => {
  expect(back(firstPage)).toEqual(firstPage);
});
