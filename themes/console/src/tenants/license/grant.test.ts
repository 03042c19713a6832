import { expect, test } from "vitest";
import type { Plan } from "../plans/plans";
import { formOf, grantIn, renewedUntil } from "./grant";
import type { License } from "./license";

const plan: Plan = {
  key: "team",
  name: "Team",
  limits: { seats: 5 },
  features: {},
  rollouts: {},
  graceDays: 14,
  onExpiry: "no-growth",
  invitationsHoldSeats: true,
};

const license: License = {
  plan: "team",
  source: "administrator",
  state: "active",
  limits: { seats: 7 },
  overrides: { seats: 7 },
  features: { sso: true },
  featureOverrides: { sso: true },
  rolloutOverrides: { sso: { percentage: 50 } },
  expiresAt: "2027-01-01T00:00:00Z",
  graceDays: 14,
  onExpiry: "no-growth",
  seats: { used: 2, limit: 7, overLimit: false },
};

test("what was not touched is given again as it was", () => {
  expect(grantIn(formOf(license, plan), license)).toEqual({
    plan: "team",
    limits: { seats: 7 },
    features: { sso: true },
    rollouts: { sso: { percentage: 50 } },
    expiresAt: "2027-01-01T00:00:00Z",
  });
});

test("grace days of its own are told from those of the plan", () => {
  expect(formOf(license, plan).graceDays).toBeUndefined();
  expect(formOf({ ...license, graceDays: 0 }, plan).graceDays).toBe(0);
  expect(formOf({ ...license, graceDays: 0 }, undefined).graceDays).toBeUndefined();
});

test("the realm's default is no plan of its own", () => {
  const form = formOf({ ...license, source: "default" }, plan);

  expect(grantIn(form, license)).not.toHaveProperty("plan");
});

const now = new Date("2026-06-15T12:00:00.000Z");

test.each([
  ["2026-12-31T00:00:00.000Z", 12, "2027-12-31T00:00:00.000Z"],
  ["2026-01-01T00:00:00.000Z", 1, "2026-07-15T12:00:00.000Z"],
  [undefined, 1, "2026-07-15T12:00:00.000Z"],
])("a license until %s, renewed by %i months, ends %s", (expiresAt, months, until) => {
  expect(renewedUntil(expiresAt, months, now)).toBe(until);
});
