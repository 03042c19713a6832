import { expect, test } from "vitest";
import { shownValue } from "./shownValue";

test.each([
  [undefined, { kind: "nothing" }],
  [null, { kind: "nothing" }],
  [{ erased: true }, { kind: "erased" }],
  [{ redacted: true }, { kind: "redacted" }],
  [
    { digest: "abc", bytes: 5000 },
    { kind: "large", bytes: 5000 },
  ],
  ["alice", { kind: "text", text: "alice" }],
  [false, { kind: "text", text: "false" }],
  [["a", "b"], { kind: "text", text: '["a","b"]' }],
  [
    { erased: true, more: 1 },
    { kind: "text", text: '{"erased":true,"more":1}' },
  ],
])("%j is shown as %j", (value, shown) => {
  expect(shownValue(value)).toEqual(shown);
});
