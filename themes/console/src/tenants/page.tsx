import { lazy } from "react";
import { readers } from "../access/keystewardRoles";
import type { ConsolePage } from "../shell/ConsolePage";

const TenantsPage = lazy(() => import("./TenantsPage"));
const TenantPage = lazy(() => import("./tenant/TenantPage"));

export const tenantsPage: ConsolePage = {
  name: "tenants",
  title: "keystewardTenants",
  roles: readers,
  needsOrganizations: true,
  views: [
    { path: "tenants", element: <TenantsPage tab="tenants" /> },
    { path: "plans", element: <TenantsPage tab="plans" /> },
    { path: "license-keys", element: <TenantsPage tab="license-keys" /> },
    { path: "tenant-settings", element: <TenantsPage tab="tenant-settings" /> },
    { path: "tenants/:alias/:tab?/:section?", element: <TenantPage /> },
  ],
};
