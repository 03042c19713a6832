import { lazy } from "react";
import type { ConsolePage } from "../shell/ConsolePage";

const ProvisioningPage = lazy(() => import("./ProvisioningPage"));

export const provisioningPage: ConsolePage = {
  name: "provisioning",
  title: "keystewardProvisioning",
  // Auditors see which tenants there are, and not who fills them.
  roles: ["keysteward-admin", "keysteward-viewer"],
  // A realm without organizations can be provisioned as a whole.
  needsOrganizations: false,
  views: [{ path: "provisioning/:connection?", element: <ProvisioningPage /> }],
};
