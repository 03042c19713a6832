import { expect, test } from "vitest";
import { isRepeated } from "./withoutRepeatedStyles";

const present = ".pf-v5-c-table{color:red}.pf-v5-c-table__td{color:blue}.pf-v5-c-progress-stepper{color:green}";

test.each([
  ["a component that is there", ".pf-v5-c-table {\n  color: red;\n}", true],
  ["a component that is not", ".pf-v5-c-progress {\n  color: red;\n}", false],
  ["a stylesheet of no component", "@font-face { font-family: RedHat }", false],
])("%s", (_what, css, repeated) => {
  expect(isRepeated(css, present)).toBe(repeated);
});
