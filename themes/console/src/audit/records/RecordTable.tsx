import { Button } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { ExactTime } from "../../time/ExactTime";
import { FilterLink } from "./FilterLink";
import type { FilterChange } from "./filters";
import { OutcomeLabel } from "./OutcomeLabel";
import { Party } from "./Party";
import type { AuditRecord } from "./records";
import { categoryTexts } from "./texts";

interface RecordTableProps {
  records: readonly AuditRecord[];
  /** What the catalogue says of an action. */
  descriptionOf: (action: string) => string | undefined;
  /** In a tenant's own list it would always be the same. */
  showsTenant: boolean;
  /** Beside an open record there is room for what tells records apart only. */
  isNarrow: boolean;
  openId: string | undefined;
  onOpen: (record: AuditRecord) => void;
  onFilter: (filter: FilterChange) => void;
}

export function RecordTable({
  records,
  descriptionOf,
  showsTenant,
  isNarrow,
  openId,
  onOpen,
  onFilter,
}: RecordTableProps) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("keystewardAuditRecords")} data-testid="audit-records">
      <Thead>
        <Tr>
          <Th>{t("keystewardAuditTime")}</Th>
          <Th>{t("keystewardAuditAction")}</Th>
          <Th>{t("keystewardAuditWho")}</Th>
          {!isNarrow && <Th>{t("keystewardAuditTarget")}</Th>}
          {showsTenant && !isNarrow && <Th>{t("keystewardTenant")}</Th>}
          <Th>{t("keystewardAuditOutcome")}</Th>
          {!isNarrow && <Th>{t("keystewardAuditCategory")}</Th>}
        </Tr>
      </Thead>
      <Tbody>
        {records.map((record) => (
          <Tr
            key={record.id}
            data-testid={`audit-row-${record.action}`}
            data-seq={record.seq}
            isRowSelected={record.id === openId}
          >
            <Td dataLabel={t("keystewardAuditTime")} modifier="nowrap">
              <ExactTime moment={record.time} />
            </Td>
            <Td dataLabel={t("keystewardAuditAction")}>
              <Button
                variant="link"
                isInline
                data-testid="open-audit-record"
                aria-label={t("keystewardAuditOpenRecord", { action: record.action, seq: record.seq })}
                onClick={() => {
                  onOpen(record);
                }}
              >
                {record.action}
              </Button>
              <div>
                <small className="pf-v5-u-color-200">{descriptionOf(record.action)}</small>
              </div>
            </Td>
            <Td dataLabel={t("keystewardAuditWho")}>
              <Party side="actor" party={record.actor} onFilter={onFilter} />
            </Td>
            {!isNarrow && (
              <Td dataLabel={t("keystewardAuditTarget")}>
                {record.target && <Party side="target" party={record.target} onFilter={onFilter} />}
              </Td>
            )}
            {showsTenant && !isNarrow && (
              <Td dataLabel={t("keystewardTenant")}>
                {record.tenant && (
                  <FilterLink filter={{ tenant: record.tenant }} testId="audit-tenant" onFilter={onFilter}>
                    {record.tenant}
                  </FilterLink>
                )}
              </Td>
            )}
            <Td dataLabel={t("keystewardAuditOutcome")}>
              <OutcomeLabel outcome={record.outcome} />
            </Td>
            {!isNarrow && <Td dataLabel={t("keystewardAuditCategory")}>{t(categoryTexts[record.category])}</Td>}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
