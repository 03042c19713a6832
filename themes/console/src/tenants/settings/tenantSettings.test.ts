import { expect, test } from "vitest";
import { changesBetween, tenantSettingsIn } from "./tenantSettings";

const settings = [
  { value: { key: "tenants.personalPlan" }, version: '"-1"' },
  { value: { key: "tenants.signedLicensesOnly", value: "true" }, version: '"1"' },
  { value: { key: "tenants.deletionDays", value: "30", defaultValue: "30" }, version: '"0"' },
];

const before = { personalPlan: "", signedOnly: true, deletionDays: 30 };

test("reads what holds", () => {
  expect(tenantSettingsIn(settings)).toEqual(before);
});

test("sends nothing of what stayed", () => {
  expect(changesBetween(before, before)).toEqual([]);
});

test("sends what changed, and an empty field as the server's default", () => {
  expect(changesBetween(before, { personalPlan: "solo", signedOnly: false, deletionDays: undefined })).toEqual([
    { field: "personalPlan", key: "tenants.personalPlan", value: "solo" },
    { field: "signedOnly", key: "tenants.signedLicensesOnly", value: "false" },
    { field: "deletionDays", key: "tenants.deletionDays", value: undefined },
  ]);
});

test("zero days are not the default", () => {
  expect(changesBetween(before, { ...before, deletionDays: 0 })).toEqual([
    { field: "deletionDays", key: "tenants.deletionDays", value: "0" },
  ]);
});
