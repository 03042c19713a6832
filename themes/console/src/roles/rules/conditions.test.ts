import type { TFunction } from "i18next";
import { expect, test } from "vitest";
import { conditionText } from "./conditionText";
import {
  conditionIn,
  draftOf,
  inForm,
  isComplete,
  newCondition,
  newTerm,
  pointersOf,
  type Condition,
  type ConditionDraft,
} from "./conditions";

const finance = { attribute: "department", in: ["finance", "audit"] };
const staff = { group: "/staff" };
const clerks = { organizationGroup: "/clerks" };
const entra = { identityProvider: "acme-entra" };

const shownAs: readonly (readonly [Condition, ConditionDraft["form"]])[] = [
  [finance, "all"],
  [{ not: staff }, "all"],
  [{ all: [finance, { not: staff }] }, "all"],
  [{ any: [staff, entra] }, "any"],
  [{ all: [clerks, { not: staff }] }, "all"],
  [{ all: [staff, { any: [finance, entra] }] }, "json"],
  [{ not: { any: [staff, entra] } }, "json"],
  [{ attribute: "city", in: ["Paris, Texas"] }, "json"],
];

test.each(shownAs)("%j is edited as %s and comes back as it was", (condition, form) => {
  const draft = draftOf(condition);

  expect(draft.form).toBe(form);
  expect(conditionIn(draft)).toEqual(condition);
});

test("reads the values of an attribute", () => {
  const draft: ConditionDraft = {
    form: "all",
    terms: [{ ...newTerm, attribute: " department ", value: "finance, , audit " }],
  };

  expect(conditionIn(draft)).toEqual(finance);
});

test.each(["", "{", "[]", "3", "null"])("%j is no condition", (text) => {
  expect(conditionIn({ form: "json", text })).toBeUndefined();
});

test("becomes JSON and fields again", () => {
  const draft = draftOf({ any: [staff, entra] });

  const asJson = inForm(draft, "json");

  expect(asJson.form).toBe("json");
  expect(inForm(asJson, "all")).toEqual(draft);
  expect(inForm({ form: "json", text: JSON.stringify({ not: clerks }) }, "all")).toEqual(draftOf({ not: clerks }));
});

test.each([
  [clerks, "keystewardInOrganizationGroup /clerks"],
  [{ not: { any: [staff, clerks] } }, "not (keystewardInGroup /staff or keystewardInOrganizationGroup /clerks)"],
])("%j is said in a few words", (condition, text) => {
  const words: Record<string, string> = { keystewardOr: "or" };
  const t = (key: string, { path, condition: inner }: { path?: string; condition?: string } = {}) =>
    inner === undefined ? (path === undefined ? (words[key] ?? key) : `${key} ${path}`) : `not ${inner}`;

  expect(conditionText(condition, t as unknown as TFunction)).toBe(text);
});

test("stays JSON where fields could not show it", () => {
  const nested: ConditionDraft = { form: "json", text: JSON.stringify({ all: [{ any: [staff, entra] }] }) };
  const broken: ConditionDraft = { form: "json", text: '{"all": [3]}' };

  expect(inForm(nested, "all")).toBe(nested);
  expect(inForm(broken, "any")).toBe(broken);
});

test("all becomes any", () => {
  expect(conditionIn(inForm(draftOf({ all: [staff, entra] }), "any"))).toEqual({ any: [staff, entra] });
});

test("shows at each thing what is wrong with it", () => {
  expect(pointersOf(draftOf(finance))).toEqual(["/when"]);
  expect(pointersOf(draftOf({ not: staff }))).toEqual(["/when/not"]);
  expect(pointersOf(draftOf({ any: [staff, { not: entra }] }))).toEqual(["/when/any/0", "/when/any/1/not"]);
  expect(pointersOf({ form: "json", text: "" })).toEqual(["/when"]);
});

test("is complete when every thing is", () => {
  expect(isComplete(newCondition)).toBe(false);
  expect(isComplete(draftOf(finance))).toBe(true);
  expect(isComplete({ form: "all", terms: [] })).toBe(false);
  expect(isComplete({ form: "any", terms: [{ ...newTerm, kind: "group", value: "/staff" }, newTerm] })).toBe(false);
  expect(isComplete({ form: "json", text: " " })).toBe(false);
});
