import { lazy } from "react";
import { readers } from "../access/keystewardRoles";
import type { ConsolePage } from "../shell/ConsolePage";

const TenantsPage = lazy(() => import("./TenantsPage"));

export const tenantsPage: ConsolePage = {
  name: "tenants",
  parameters: ":tab?",
  title: "keystewardTenants",
  roles: readers,
  element: <TenantsPage />,
};
