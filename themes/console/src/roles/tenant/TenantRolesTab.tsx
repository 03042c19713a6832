import { useRealm } from "@keycloak/keycloak-admin-ui";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";
import { useMayWrite } from "../../access/keystewardRoles";
import { PageTabs } from "../../shell/PageTabs";
import { tenantAddress } from "../../tenants/addresses";
import type { Tenant } from "../../tenants/tenants";
import { AssignmentList } from "../assignments/AssignmentList";
import { CheckForm } from "../check/CheckForm";
import { RoleList } from "../definition/RoleList";
import { MappingList } from "../mappings/MappingList";
import { tenantPlace } from "../place";
import { RuleList } from "../rules/RuleList";
import { TenantDuties } from "./TenantDuties";

/** Who may do what in a tenant, and why. */
export function TenantRolesTab({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { section } = useParams();
  const mayWrite = useMayWrite() && !tenant.deletion;
  const { alias } = tenant;
  const place = useMemo(() => tenantPlace(alias), [alias]);

  const sectionOf = (name: string, title: string, element: ReactNode) => ({
    name,
    title,
    address: tenantAddress(realm, alias, "roles", name),
    element,
  });
  const common = { tenant: alias, organization: tenant.id, place, mayWrite };
  return (
    <PageTabs
      label={t("roles")}
      testId="tenant-roles-tab"
      shown={section}
      isSecondary
      tabs={[
        sectionOf("roles", "roles", <RoleList place={place} mayWrite={mayWrite} />),
        sectionOf(
          "assignments",
          "keystewardAssignments",
          <AssignmentList place={place} tenant={tenant} mayWrite={mayWrite} />,
        ),
        sectionOf("rules", "keystewardAssignmentRules", <RuleList {...common} />),
        sectionOf("mappings", "keystewardRoleMappings", <MappingList {...common} />),
        sectionOf(
          "separation-of-duty",
          "keystewardSeparationOfDuty",
          <TenantDuties place={place} mayWrite={mayWrite} />,
        ),
        sectionOf("check", "keystewardCheckAccess", <CheckForm tenant={alias} place={place} />),
      ]}
    />
  );
}
