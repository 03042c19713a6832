import { useRealm } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { useCallback } from "react";
import { useParams } from "react-router-dom";
import { useResources } from "../../api/Api";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { PageTabs } from "../../shell/PageTabs";
import { useCatalogue } from "../plans/useCatalogue";
import { tenantsOf } from "../tenants";
import { TenantAlerts } from "./TenantAlerts";
import { TenantHeader } from "./TenantHeader";
import { useTenantTabs } from "./useTenantTabs";

export default function TenantPage() {
  const { realm } = useRealm();
  const { alias = "" } = useParams();
  return <TenantOfRealm key={`${realm}/${alias}`} alias={alias} />;
}

/** Everything about one tenant. */
function TenantOfRealm({ alias }: { alias: string }) {
  const { tab } = useParams();
  const tenants = useResources(tenantsOf);
  const catalogue = useCatalogue();
  const tenant = useLoaded(useCallback(() => tenants.one(alias), [tenants, alias]));
  const tabsOf = useTenantTabs(catalogue, tenant.reload);

  return (
    <>
      <TenantHeader alias={alias} tenant={tenant.value} />
      <WhenLoaded loaded={tenant}>
        {(value) => (
          <>
            <TenantAlerts tenant={value} />
            <PageSection variant="light" className="pf-v5-u-p-0">
              <PageTabs label={value.name} testId="tenant-tab" shown={tab} tabs={tabsOf(value)} />
            </PageSection>
          </>
        )}
      </WhenLoaded>
    </>
  );
}
