import { lazy } from "react";
import { readers } from "../access/keystewardRoles";
import type { ConsolePage } from "../shell/ConsolePage";

const AuditPage = lazy(() => import("./AuditPage"));

export const auditPage: ConsolePage = {
  name: "audit",
  title: "keystewardAudit",
  roles: readers,
  views: [
    { path: "audit", element: <AuditPage tab="audit" /> },
    { path: "audit-integrity", element: <AuditPage tab="audit-integrity" /> },
    { path: "audit-holds", element: <AuditPage tab="audit-holds" /> },
  ],
};
