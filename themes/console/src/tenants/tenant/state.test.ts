import { expect, test } from "vitest";
import type { License, LicenseState } from "../license/license";
import { stateOf, type TenantState } from "./state";

const licensed = (state: LicenseState): License => ({
  source: "default",
  state,
  limits: {},
  overrides: {},
  features: {},
  featureOverrides: {},
  rolloutOverrides: {},
  graceDays: 0,
  onExpiry: "deny-sign-in",
  seats: { used: 0, overLimit: false },
});

const deletion = { requestedAt: "2026-01-01T00:00:00Z", finalAt: "2026-01-31T00:00:00Z" };

test.each<[LicenseState | undefined, boolean, boolean, TenantState]>([
  ["trial", true, false, "trial"],
  ["grace", true, false, "grace"],
  ["active", false, false, "disabled"],
  ["suspended", false, false, "suspended"],
  ["expired", false, false, "expired"],
  ["active", false, true, "deleted"],
  [undefined, true, false, "enabled"],
  [undefined, false, false, "disabled"],
])("license %s, enabled %s, deleted %s: %s", (state, enabled, deleted, expected) => {
  const tenant = {
    id: "1",
    alias: "acme",
    name: "Acme",
    enabled,
    ...(state && { license: licensed(state) }),
    ...(deleted && { deletion }),
  };

  expect(stateOf(tenant)).toBe(expected);
});
