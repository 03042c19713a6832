import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection, Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router-dom";
import { addressOf } from "../shell/ConsolePage";
import { tenantsPage } from "./page";
import { PlanList } from "./PlanList";
import { TenantList } from "./TenantList";
import { useTenants } from "./tenants";
import { useCatalogue, useMayReadPlans } from "./useCatalogue";

export default function TenantsPage() {
  const { realm } = useRealm();
  // Another realm, another page: nothing of the former, such as its cursors, may remain.
  return <TenantsOfRealm key={realm} realm={realm} />;
}

function TenantsOfRealm({ realm }: { realm: string }) {
  const { t } = useTranslation();
  const { tab = "list" } = useParams();
  const navigate = useNavigate();
  const tenants = useTenants();
  const catalogue = useCatalogue(tenants);
  const mayReadPlans = useMayReadPlans();
  const address = addressOf(tenantsPage, realm);

  return (
    <>
      <ViewHeader titleKey="keystewardTenants" subKey="keystewardTenantsHelp" divider={false} />
      <PageSection variant="light" className="pf-v5-u-p-0">
        <Tabs
          isBox
          inset={{ default: "insetNone", xl: "insetLg", "2xl": "inset2xl" }}
          aria-label={t("keystewardTenants")}
          activeKey={tab}
          mountOnEnter
          unmountOnExit
          onSelect={(_event, chosen) => {
            void navigate(chosen === "list" ? address : `${address}/${chosen}`);
          }}
        >
          <Tab eventKey="list" data-testid="tab-tenants" title={<TabTitleText>{t("keystewardTenants")}</TabTitleText>}>
            <TenantList tenants={tenants} catalogue={catalogue} />
          </Tab>
          {mayReadPlans && (
            <Tab eventKey="plans" data-testid="tab-plans" title={<TabTitleText>{t("keystewardPlans")}</TabTitleText>}>
              <PlanList tenants={tenants} catalogue={catalogue} />
            </Tab>
          )}
        </Tabs>
      </PageSection>
    </>
  );
}
