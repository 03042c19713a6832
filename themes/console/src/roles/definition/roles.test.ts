import { expect, test } from "vitest";
import { realmPlace, tenantPlace } from "../place";
import { isAssignable, isAssigned, isOwn } from "./roles";

test.each([
  ["built-in", false, false],
  ["realm", true, false],
  ["tenant", false, true],
] as const)("what is %s is changed in the realm: %s, in the tenant: %s", (origin, inRealm, inTenant) => {
  expect([isOwn({ origin }, realmPlace), isOwn({ origin }, tenantPlace("acme"))]).toEqual([inRealm, inTenant]);
});

test.each([
  ["urn:keysteward:problem:role-in-use", { assignments: 3 }, true],
  ["urn:keysteward:problem:role-in-use", { heirs: ["chief"] }, false],
  ["urn:keysteward:problem:not-found", {}, false],
])("of %s with %j another role can take its place: %s", (type, members, assigned) => {
  expect(isAssigned({ type, members })).toBe(assigned);
});

test.each([
  ["built-in", "owner", false],
  ["built-in", "admin", false],
  ["built-in", "viewer", true],
  ["tenant", "editor", true],
] as const)("the %s role %s can be assigned: %s", (origin, key, assignable) => {
  expect(isAssignable({ origin, key })).toBe(assignable);
});
