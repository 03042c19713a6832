import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";
import { useMayReadAll } from "../access/keystewardRoles";
import { addressIn } from "../shell/ConsolePage";
import { PageTabs } from "../shell/PageTabs";
import { HoldsTab } from "./holds/HoldsTab";
import { IntegrityTab } from "./integrity/IntegrityTab";
import { RecordsTab } from "./records/RecordsTab";
import { RetentionForm } from "./retention/RetentionForm";

export default function AuditPage() {
  const { realm } = useRealm();
  // Another realm, another page: nothing of the former, such as its cursors, may remain.
  return <AuditOfRealm key={realm} realm={realm} />;
}

function AuditOfRealm({ realm }: { realm: string }) {
  const { t } = useTranslation();
  const { tab } = useParams();
  const mayReadAll = useMayReadAll();

  const tabOf = (name: string, title: string, element: ReactNode) => ({
    name,
    title,
    address: addressIn(realm, "audit", name),
    element,
  });
  return (
    <>
      <ViewHeader titleKey="keystewardAudit" subKey="keystewardAuditHelp" divider={false} />
      <PageSection variant="light" className="pf-v5-u-p-0">
        <PageTabs
          label={t("keystewardAudit")}
          testId="audit-tab"
          shown={tab}
          tabs={[
            tabOf("records", "keystewardAuditRecords", <RecordsTab />),
            tabOf("integrity", "keystewardAuditIntegrity", <IntegrityTab />),
            tabOf("holds", "keystewardAuditHoldsAndErasure", <HoldsTab />),
            // Auditors may not see settings.
            ...(mayReadAll ? [tabOf("retention", "keystewardAuditRetention", <RetentionForm />)] : []),
          ]}
        />
      </PageSection>
    </>
  );
}
