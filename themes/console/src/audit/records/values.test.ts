import { expect, test } from "vitest";
import { shownOf, textOf } from "./values";

test.each([
  [undefined, { kind: "none" }],
  [null, { kind: "none" }],
  [{ erased: true }, { kind: "erased" }],
  [{ redacted: true }, { kind: "redacted" }],
  [
    { bytes: 4096, digest: "q80" },
    { kind: "digest", digest: "q80", bytes: 4096 },
  ],
  ["Ada", { kind: "text", text: "Ada" }],
  ["", { kind: "text", text: "" }],
  [false, { kind: "text", text: "false" }],
  [12, { kind: "text", text: "12" }],
  [["a"], { kind: "text", text: '[\n "a"\n]' }],
])("%j is shown as %j", (value, shown) => {
  expect(shownOf(value)).toEqual(shown);
});

test.each([{ erased: false }, { erased: true, name: "Ada" }, { digest: "q80" }, { digest: 1, bytes: 2 }])(
  "%j is somebody's data",
  (value) => {
    expect(shownOf(value).kind).toBe("text");
  },
);

test("what is erased has no text", () => {
  expect(textOf({ erased: true })).toBeUndefined();
  expect(textOf("Ada")).toBe("Ada");
});
