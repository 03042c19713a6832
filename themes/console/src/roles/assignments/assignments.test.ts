import { expect, test, vi } from "vitest";
import type { Api } from "../../api/Api";
import { realmPlace, tenantPlace } from "../place";
import { assignmentIn, newAssignment, termDraftOf, termIn } from "./assignmentDraft";
import {
  assignmentsOf,
  isChangeable,
  isNarrowed,
  nameOfPrincipal,
  noFilter,
  principalTypesIn,
  sources,
} from "./assignments";

// The console itself needs a browser.
vi.mock("@keycloak/keycloak-admin-ui", () => ({}));

test("leaves out what is empty", () => {
  expect(assignmentIn({ ...newAssignment, role: "editor", path: " ", reason: " " }, "u-1")).toEqual({
    principal: { type: "user", id: "u-1" },
    role: "editor",
  });
});

test("says where, when and why", () => {
  const draft = {
    ...newAssignment,
    type: "realm-group" as const,
    role: "editor",
    path: " workspace/emea ",
    from: "2026-01-01T00:00:00.000Z",
    until: "2026-02-01T00:00:00.000Z",
    reason: "Covers for Ada ",
  };

  expect(assignmentIn(draft, "g-1")).toEqual({
    principal: { type: "realm-group", id: "g-1" },
    role: "editor",
    path: "workspace/emea",
    from: "2026-01-01T00:00:00.000Z",
    until: "2026-02-01T00:00:00.000Z",
    reason: "Covers for Ada",
  });
});

test("a term comes back as it was", () => {
  const term = { until: "2026-02-01T00:00:00.000Z", reason: "Covers for Ada" };

  expect(termIn(termDraftOf(term))).toEqual(term);
  expect(termIn(termDraftOf({}))).toEqual({});
});

test("a list is narrowed by any filter", () => {
  expect(isNarrowed(noFilter)).toBe(false);
  expect(isNarrowed({ ...noFilter, state: "expired" })).toBe(true);
});

test("everything but what a rule gives can be changed", () => {
  expect(sources.filter((source) => !isChangeable({ source }))).toEqual(["rule"]);
});

test("a principal is shown by its name, or else by its id", () => {
  expect(nameOfPrincipal({ id: "u-1", name: "ada" })).toBe("ada");
  expect(nameOfPrincipal({ id: "g-1" })).toBe("g-1");
});

test.each([
  [realmPlace, ["role-assignments"]],
  [tenantPlace("acme"), ["tenants", "acme", "assignments"]],
])("every place has its assignments", async (place, path) => {
  const get = vi.fn().mockResolvedValue({ items: [] });

  await assignmentsOf({ get } as unknown as Api).page(place, { ...noFilter, state: "active" }, 20, "c-1");

  expect(get).toHaveBeenCalledWith(path, { ...noFilter, state: "active", limit: 20, cursor: "c-1" });
});

test("the realm assigns nothing to groups inside of a tenant", () => {
  expect(principalTypesIn(realmPlace)).toEqual(["user", "service-account", "realm-group"]);
  expect(principalTypesIn(tenantPlace("acme"))).toContain("organization-group");
});
