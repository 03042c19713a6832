import { lazy } from "react";
import type { ConsolePage } from "../shell/ConsolePage";

const RolesPage = lazy(() => import("./RolesPage"));

export const rolesPage: ConsolePage = {
  name: "roles",
  title: "roles",
  // Auditors see which tenants there are, and not who may do what in them.
  roles: ["keysteward-admin", "keysteward-viewer"],
  needsOrganizations: true,
  views: [{ path: "roles/:tab?", element: <RolesPage /> }],
};
