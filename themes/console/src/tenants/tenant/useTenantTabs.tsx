import { useRealm } from "@keycloak/keycloak-admin-ui";
import type { ReactNode } from "react";
import { useMayReadAll, useMayWrite } from "../../access/keystewardRoles";
import type { Loaded } from "../../api/useLoaded";
import { RecordsTab } from "../../audit/records/RecordsTab";
import { TenantRolesTab } from "../../roles/tenant/TenantRolesTab";
import { ProvisioningTab } from "../../scim/tenant/ProvisioningTab";
import type { PageTab } from "../../shell/PageTabs";
import { tenantAddress } from "../addresses";
import { DeletionTab } from "../deletion/DeletionTab";
import { DomainList } from "../domains/DomainList";
import { FeatureList } from "../features/FeatureList";
import { InvitationList } from "../invitations/InvitationList";
import { LicenseTab } from "../license/LicenseTab";
import { MemberList } from "../members/MemberList";
import type { Catalogue } from "../plans/planChoices";
import type { Tenant } from "../tenants";
import { UsageTab } from "../usage/UsageTab";
import { BasicFacts } from "./BasicFacts";

/** The tabs of a tenant that the signed-in administrator may see. */
export function useTenantTabs(catalogue: Loaded<Catalogue>, onChanged: () => void): (tenant: Tenant) => PageTab[] {
  const { realm } = useRealm();
  const mayReadAll = useMayReadAll();
  const mayWrite = useMayWrite();

  return (tenant) => {
    const { alias } = tenant;
    const tabOf = (name: string, title: string, element: ReactNode): PageTab => ({
      name,
      title,
      address: tenantAddress(realm, alias, name),
      element,
    });
    const auditTab = tabOf("audit", "keystewardAudit", <RecordsTab tenant={alias} />);
    if (!mayReadAll) {
      return [tabOf("overview", "keystewardOverview", <BasicFacts tenant={tenant} />), auditTab];
    }
    return [
      tabOf(
        "overview",
        "keystewardOverview",
        <LicenseTab tenant={tenant} catalogue={catalogue} onChanged={onChanged} />,
      ),
      tabOf("members", "members", <MemberList tenant={tenant} onChanged={onChanged} />),
      tabOf("roles", "roles", <TenantRolesTab tenant={tenant} />),
      tabOf("invitations", "keystewardInvitations", <InvitationList tenant={tenant} onChanged={onChanged} />),
      tabOf("domains", "domains", <DomainList tenant={tenant} onChanged={onChanged} />),
      tabOf("provisioning", "keystewardProvisioning", <ProvisioningTab tenant={tenant} />),
      tabOf("features", "keystewardFeatures", <FeatureList tenant={tenant} />),
      tabOf("usage", "keystewardUsage", <UsageTab alias={alias} />),
      auditTab,
      ...(mayWrite
        ? [tabOf("delete", "keystewardDeletion", <DeletionTab tenant={tenant} onChanged={onChanged} />)]
        : []),
    ];
  };
}
