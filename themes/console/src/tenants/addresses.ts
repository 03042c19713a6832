import { addressIn } from "../shell/ConsolePage";

export const tenantAddress = (realm: string, alias: string, tab?: string) =>
  addressIn(realm, "tenants", alias, ...(tab === undefined ? [] : [tab]));

/** The stock page of a tenant's organization. */
export const organizationAddress = (realm: string, id: string, tab: "settings" | "members") =>
  `/${encodeURIComponent(realm)}/organizations/${id}/${tab}`;

/** The stock page of a user. */
export const userAddress = (realm: string, id: string) => `/${encodeURIComponent(realm)}/users/${id}/settings`;
