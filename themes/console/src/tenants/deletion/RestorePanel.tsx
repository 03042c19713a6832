import { Button, PageSection, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { PanelProblem } from "../../api/ProblemAlert";
import { useAttempt } from "../../api/useAttempt";
import { Facts } from "../../lists/Facts";
import { useNotify } from "../../notices/Notices";
import { useTimeFormat } from "../../time/useTimeFormat";
import { isFinal, tenantsOf, type Deletion, type Tenant } from "../tenants";

interface RestorePanelProps {
  tenant: Tenant;
  deletion: Deletion;
  onRestored: () => void;
}

export function RestorePanel({ tenant, deletion, onRestored }: RestorePanelProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const notify = useNotify();
  const tenants = useResources(tenantsOf);
  const { refused, attempt } = useAttempt();

  const restore = () =>
    attempt(async () => {
      await tenants.restore(tenant.alias);
      notify(t("keystewardTenantRestored", { name: tenant.name }));
      onRestored();
    });
  return (
    <PageSection variant="light">
      <PanelProblem problem={refused} />
      <Title headingLevel="h2" className="pf-v5-u-mb-md">
        {t("keystewardIsDeleted")}
      </Title>
      <Facts
        facts={[
          { term: t("keystewardDeletedAt"), testId: "deletion-requested", value: timeText(deletion.requestedAt) },
          { term: t("keystewardFinalAt"), testId: "deletion-final", value: timeText(deletion.finalAt) },
        ]}
      />
      {!isFinal(deletion, new Date()) && (
        <>
          <p className="pf-v5-u-my-md">{t("keystewardRestoreHelp")}</p>
          <Button data-testid="restore-tenant" onClick={() => void restore()}>
            {t("keystewardRestore")}
          </Button>
        </>
      )}
    </PageSection>
  );
}
