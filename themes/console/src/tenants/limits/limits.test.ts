import { expect, test } from "vitest";
import { enforcedLimits, limitKeys, limitPointers, limitTexts, setsAny, storedLimits, withLimit } from "./limits";

test("every limit stands in one group and has its texts", () => {
  expect(limitKeys).toHaveLength(12);
  expect(new Set(limitKeys).size).toBe(12);
  expect(Object.keys(limitTexts).sort()).toEqual([...limitKeys].sort());
  expect(limitPointers).toContain("/limits/pendingInvitations");
});

test("a number replaces one limit and leaves the others", () => {
  expect(withLimit({ seats: 3, admins: 1 }, "seats", 5)).toEqual({ seats: 5, admins: 1 });
});

test("no limit is not a limit of zero", () => {
  expect(withLimit({ seats: 3 }, "seats", undefined)).toEqual({});
  expect(withLimit({}, "seats", 0)).toEqual({ seats: 0 });
});

test("knows which group sets anything", () => {
  expect(setsAny({ policies: 0 }, storedLimits)).toBe(true);
  expect(setsAny({ policies: 0 }, enforcedLimits)).toBe(false);
});
