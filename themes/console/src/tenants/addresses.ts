import { addressIn } from "../shell/ConsolePage";

/** @param place the tab, and the section in it */
export const tenantAddress = (realm: string, alias: string, ...place: readonly string[]) =>
  addressIn(realm, "tenants", alias, ...place);

/** The stock page of a tenant's organization. */
export const organizationAddress = (realm: string, id: string, tab: "settings" | "members") =>
  `/${encodeURIComponent(realm)}/organizations/${id}/${tab}`;
