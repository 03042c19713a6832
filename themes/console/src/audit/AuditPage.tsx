import { useRealm, ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMayReadAll } from "../access/keystewardRoles";
import { addressIn } from "../shell/ConsolePage";
import { PageTabs } from "../shell/PageTabs";
import { HoldList } from "./holds/HoldList";
import { IntegrityTab } from "./integrity/IntegrityTab";
import { RecordList } from "./records/RecordList";

interface AuditPageProps {
  /** The last part of the address, and the end of the tab's test id. */
  tab: "audit" | "audit-integrity" | "audit-holds";
}

export default function AuditPage({ tab }: AuditPageProps) {
  const { realm } = useRealm();
  // Another realm, another page: nothing of the former, such as its cursors, may remain.
  return <AuditOfRealm key={realm} realm={realm} tab={tab} />;
}

function AuditOfRealm({ realm, tab }: AuditPageProps & { realm: string }) {
  const { t } = useTranslation();
  const mayReadAll = useMayReadAll();
  const tabOf = (name: AuditPageProps["tab"], title: string, element: ReactNode) => ({
    name,
    title,
    address: addressIn(realm, name),
    element,
  });
  return (
    <>
      <ViewHeader titleKey="keystewardAudit" subKey="keystewardAuditHelp" divider={false} />
      <PageSection variant="light" className="pf-v5-u-p-0">
        <PageTabs
          label={t("keystewardAudit")}
          testId="tab"
          shown={tab}
          tabs={[
            tabOf("audit", "keystewardRecords", <RecordList />),
            tabOf("audit-integrity", "keystewardIntegrity", <IntegrityTab />),
            ...(mayReadAll ? [tabOf("audit-holds", "keystewardHolds", <HoldList />)] : []),
          ]}
        />
      </PageSection>
    </>
  );
}
