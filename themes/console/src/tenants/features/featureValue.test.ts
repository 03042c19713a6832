import { expect, test } from "vitest";
import { textOf, typeOf, valueIn } from "./featureValue";

test.each([
  [true, "boolean"],
  [1.5, "number"],
  ["gold", "text"],
  [{ regions: ["eu"] }, "object"],
] as const)("%j is a %s and comes back as it was", (value, type) => {
  expect(typeOf(value)).toBe(type);
  expect(valueIn(type, textOf(value))).toEqual({ value });
});

test.each(["", " ", "many", "1,5", "Infinity"])("%j is no number", (text) => {
  expect(valueIn("number", text)).toEqual({ fault: "keystewardFaultNumber" });
});

test.each(["", "{", "[1]", "null", '"a"', "3"])("%j is no object", (text) => {
  expect(valueIn("object", text)).toEqual({ fault: "keystewardFaultObject" });
});

test("a text may be empty, and may look like anything else", () => {
  expect(valueIn("text", "")).toEqual({ value: "" });
  expect(valueIn("text", "true")).toEqual({ value: "true" });
});
