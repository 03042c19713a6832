import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection, Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router-dom";
import { addressOf } from "../shell/ConsolePage";
import { tenantsPage } from "./page";
import { PlanList } from "./PlanList";
import { TenantList } from "./TenantList";
import { useTenants } from "./tenants";

export default function TenantsPage() {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { tab = "list" } = useParams();
  const navigate = useNavigate();
  const tenants = useTenants();
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
            {/* A new realm is another list: nothing of the former, such as its cursors, may remain. */}
            <TenantList key={realm} tenants={tenants} />
          </Tab>
          <Tab eventKey="plans" data-testid="tab-plans" title={<TabTitleText>{t("keystewardPlans")}</TabTitleText>}>
            <PlanList key={realm} tenants={tenants} />
          </Tab>
        </Tabs>
      </PageSection>
    </>
  );
}
