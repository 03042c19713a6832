import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { ExactTime } from "../../time/ExactTime";
import type { SyncError } from "./health";

/** What went wrong, with what finds it in the log. */
export function ErrorTable({ errors }: { errors: readonly SyncError[] }) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("keystewardLastErrors")} data-testid="health-errors">
      <Thead>
        <Tr>
          <Th>{t("keystewardAuditTime")}</Th>
          <Th>{t("keystewardOperation")}</Th>
          <Th>{t("status")}</Th>
          <Th>{t("keystewardAuditReason")}</Th>
          <Th>{t("keystewardAuditRequestId")}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {errors.map(({ at, requestId, operation, status, scimType, detail }, index) => (
          <Tr key={index}>
            <Td dataLabel={t("keystewardAuditTime")} modifier="nowrap">
              <ExactTime moment={at} />
            </Td>
            <Td dataLabel={t("keystewardOperation")} modifier="nowrap">
              {operation}
            </Td>
            <Td dataLabel={t("status")} modifier="nowrap">
              {[status, scimType].filter((part) => part !== undefined).join(" ")}
            </Td>
            <Td dataLabel={t("keystewardAuditReason")}>{detail}</Td>
            <Td dataLabel={t("keystewardAuditRequestId")}>
              {requestId !== undefined && <code className="keysteward-audit-value">{requestId}</code>}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
