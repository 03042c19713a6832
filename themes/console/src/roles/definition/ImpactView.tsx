import { Alert, Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { KeyList } from "../../lists/KeyList";
import type { Change, Impact } from "./roles";

/** Who would gain and lose what. */
export function ImpactView({ impact }: { impact: Impact }) {
  const { t } = useTranslation();
  const { gains, loses, affected, truncated } = impact;
  return (
    <div data-testid="impact">
      <Alert
        isInline
        isLiveRegion
        component="h2"
        variant={loses.length > 0 ? "warning" : "info"}
        data-testid="impact-summary"
        title={affected === 0 ? t("keystewardImpactNobody") : t("keystewardImpactAffected", { affected })}
      >
        {truncated && <p>{t("keystewardImpactTruncated")}</p>}
      </Alert>
      <ChangeTable title={t("keystewardImpactGains")} testId="impact-gains" changes={gains} />
      <ChangeTable title={t("keystewardImpactLoses")} testId="impact-loses" changes={loses} />
    </div>
  );
}

function ChangeTable({ title, testId, changes }: { title: string; testId: string; changes: readonly Change[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) {
    return null;
  }
  const namesTenants = changes.some(({ tenant }) => tenant !== undefined);
  return (
    <>
      <Title headingLevel="h3" className="pf-v5-u-mt-md">
        {title}
      </Title>
      <Table variant="compact" aria-label={title} data-testid={testId}>
        <Thead>
          <Tr>
            <Th>{t("username")}</Th>
            {namesTenants && <Th>{t("keystewardTenant")}</Th>}
            <Th>{t("permissions")}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {changes.map(({ userId, username, tenant, permissions }) => (
            <Tr key={`${userId} ${tenant ?? ""}`}>
              <Td dataLabel={t("username")}>{username ?? userId}</Td>
              {namesTenants && <Td dataLabel={t("keystewardTenant")}>{tenant}</Td>}
              <Td dataLabel={t("permissions")}>
                <KeyList keys={permissions} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}
