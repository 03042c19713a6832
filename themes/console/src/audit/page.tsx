import { lazy } from "react";
import { readers } from "../access/keystewardRoles";
import type { ConsolePage } from "../shell/ConsolePage";

const AuditPage = lazy(() => import("./AuditPage"));

export const auditPage: ConsolePage = {
  name: "audit",
  title: "keystewardAudit",
  roles: readers,
  needsOrganizations: false,
  views: [{ path: "audit/:tab?", element: <AuditPage /> }],
};
