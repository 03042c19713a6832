import { expect, test } from "vitest";
import { localOf, momentOf, monthsAfter } from "./moments";

test("a moment comes back as it was", () => {
  expect(momentOf(localOf("2026-03-01T08:30:00.000Z"))).toBe("2026-03-01T08:30:00.000Z");
});

test.each([undefined, "", "soon"])("%j is no moment to show", (moment) => {
  expect(localOf(moment)).toBe("");
});

test.each(["", "2026-13-01T00:00"])("%j names no moment", (local) => {
  expect(momentOf(local)).toBeUndefined();
});

test.each([
  ["2026-01-15T10:00:00.000Z", 1, "2026-02-15T10:00:00.000Z"],
  ["2026-01-31T10:00:00.000Z", 1, "2026-02-28T10:00:00.000Z"],
  ["2026-11-30T00:00:00.000Z", 12, "2027-11-30T00:00:00.000Z"],
  ["2028-02-29T00:00:00.000Z", 12, "2029-02-28T00:00:00.000Z"],
])("%s and %i months are %s", (moment, months, later) => {
  expect(monthsAfter(moment, months)).toBe(later);
});
