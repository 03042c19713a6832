import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMayReadAll } from "../access/keystewardRoles";
import { addressIn } from "../shell/ConsolePage";
import { PageTabs } from "../shell/PageTabs";
import { LicenseKeyList } from "./keys/LicenseKeyList";
import { TenantList } from "./list/TenantList";
import { PlanList } from "./plans/PlanList";
import { useCatalogue } from "./plans/useCatalogue";
import { SettingsForm } from "./settings/SettingsForm";

interface TenantsPageProps {
  /** The last part of the address, and the end of the tab's test id. */
  tab: "tenants" | "plans" | "license-keys" | "tenant-settings";
}

export default function TenantsPage({ tab }: TenantsPageProps) {
  const { realm } = useRealm();
  // Another realm, another page: nothing of the former, such as its cursors, may remain.
  return <TenantsOfRealm key={realm} realm={realm} tab={tab} />;
}

function TenantsOfRealm({ realm, tab }: TenantsPageProps & { realm: string }) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const mayReadAll = useMayReadAll();

  const tabOf = (name: TenantsPageProps["tab"], title: string, element: ReactNode) => ({
    name,
    title,
    address: addressIn(realm, name),
    element,
  });
  return (
    <>
      <ViewHeader titleKey="keystewardTenants" subKey="keystewardTenantsHelp" divider={false} />
      <PageSection variant="light" className="pf-v5-u-p-0">
        <PageTabs
          label={t("keystewardTenants")}
          testId="tab"
          shown={tab}
          tabs={[
            tabOf("tenants", "keystewardTenants", <TenantList catalogue={catalogue} />),
            ...(mayReadAll
              ? [
                  tabOf("plans", "keystewardPlans", <PlanList catalogue={catalogue} />),
                  tabOf("license-keys", "keystewardLicenseKeys", <LicenseKeyList />),
                  tabOf("tenant-settings", "settings", <SettingsForm catalogue={catalogue} />),
                ]
              : []),
          ]}
        />
      </PageSection>
    </>
  );
}
