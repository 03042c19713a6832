import type { LicenseState } from "../license/license";
import type { Tenant } from "../tenants";

/** How a tenant stands, the one word that matters most. */
export type TenantState = LicenseState | "deleted" | "enabled" | "disabled";

/** Its license's state, unless it is deleted or an administrator has switched its organization off. */
export function stateOf({ deletion, enabled, license }: Tenant): TenantState {
  if (deletion) {
    return "deleted";
  }
  // An expired or suspended license switches the organization off itself.
  if (license && (enabled || license.state === "suspended" || license.state === "expired")) {
    return license.state;
  }
  return enabled ? "enabled" : "disabled";
}
