import { expect, test } from "vitest";
import { assignmentIn, newAssignment, termDraftOf, termIn } from "./assignmentDraft";
import { isChangeable, isNarrowed, nameOfPrincipal, noFilter, sources } from "./assignments";

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
