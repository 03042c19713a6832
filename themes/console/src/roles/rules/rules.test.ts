import { expect, test } from "vitest";
import { draftOf, isComplete, keyOf, newRule } from "./ruleDraft";

const rule = {
  key: "finance-people",
  name: "People of finance",
  role: "editor",
  path: "workspace/emea",
  enabled: true,
  when: { attribute: "department", in: ["finance"] },
};

test("a rule that is there can be saved as it is", () => {
  const draft = draftOf(rule);

  expect(isComplete(draft)).toBe(true);
  expect(keyOf(draft)).toBe("finance-people");
});

test("the key of a new rule follows its name", () => {
  expect(keyOf({ ...newRule, name: "People of finance" })).toBe("people-of-finance");
});

test.each([{ name: " " }, { role: "" }, { ownKey: " " }])("a rule with %j is not complete", (missing) => {
  expect(isComplete({ ...draftOf(rule), ...missing })).toBe(false);
});
