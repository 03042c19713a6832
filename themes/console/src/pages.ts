import { auditPage } from "./audit/page";
import { rolesPage } from "./roles/page";
import { provisioningPage } from "./scim/page";
import type { ConsolePage } from "./shell/ConsolePage";
import { tenantsPage } from "./tenants/page";

/** Every page of ours, in the order of the navigation. A capability adds its folder and its line here. */
export const pages: readonly ConsolePage[] = [tenantsPage, rolesPage, provisioningPage, auditPage];
