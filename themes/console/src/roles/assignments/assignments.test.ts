import { expect, test, vi } from "vitest";
import type { Api } from "../../api/Api";
import { assignmentIn, newAssignment, termDraftOf, termIn } from "./assignmentDraft";
import { assignmentsOf, isChangeable, isNarrowed, nameOfPrincipal, noFilter, sources } from "./assignments";

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

test("goes on until there is something in the state that is asked for", async () => {
  const get = vi
    .fn()
    .mockResolvedValueOnce({ items: [{ id: "a", state: "expired" }], nextCursor: "2" })
    .mockResolvedValueOnce({
      items: [
        { id: "b", state: "active" },
        { id: "c", state: "expired" },
      ],
      nextCursor: "3",
    });
  const assignments = assignmentsOf({ get } as unknown as Api);

  const page = await assignments.page("acme", { ...noFilter, role: "editor", state: "active" }, 20, undefined);

  expect(page).toEqual({ items: [{ id: "b", state: "active" }], nextCursor: "3" });
  expect(get).toHaveBeenLastCalledWith(
    ["tenants", "acme", "assignments"],
    expect.objectContaining({ role: "editor", cursor: "2" }),
  );
});
