import { Button, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { useTimeFormat } from "../../time/useTimeFormat";
import type { AuditRecord } from "./records";
import { ValueText } from "./ValueText";

interface RecordTableProps {
  records: readonly AuditRecord[];
  /** What each action is, for people. */
  descriptions: ReadonlyMap<string, string>;
  onOpen: (record: AuditRecord) => void;
}

export function RecordTable({ records, descriptions, onOpen }: RecordTableProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  return (
    <Table variant="compact" aria-label={t("keystewardRecords")} data-testid="audit-records">
      <Thead>
        <Tr>
          <Th>{t("keystewardTime")}</Th>
          <Th>{t("keystewardAction")}</Th>
          <Th>{t("keystewardActor")}</Th>
          <Th>{t("keystewardTarget")}</Th>
          <Th>{t("keystewardTenant")}</Th>
          <Th>{t("keystewardOutcome")}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {records.map((record) => (
          <Tr key={record.id} data-testid={`audit-record-${record.action}`}>
            <Td dataLabel={t("keystewardTime")} title={record.time} modifier="nowrap">
              {timeText(record.time)}
            </Td>
            <Td dataLabel={t("keystewardAction")}>
              <Button
                variant="link"
                isInline
                title={descriptions.get(record.action) ?? record.action}
                data-testid={`open-record-${record.seq}`}
                onClick={() => {
                  onOpen(record);
                }}
              >
                {record.action}
              </Button>
            </Td>
            <Td dataLabel={t("keystewardActor")}>
              <ValueText value={record.actor.name ?? record.actor.id ?? record.actor.client ?? record.actor.type} />
            </Td>
            <Td dataLabel={t("keystewardTarget")}>
              <ValueText value={record.target?.name ?? record.target?.id} />
            </Td>
            <Td dataLabel={t("keystewardTenant")}>{record.tenant}</Td>
            <Td dataLabel={t("keystewardOutcome")}>
              <OutcomeLabel record={record} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

export function OutcomeLabel({ record }: { record: AuditRecord }) {
  const { t } = useTranslation();
  return record.outcome.success ? (
    <Label color="green">{t("keystewardSuccess")}</Label>
  ) : (
    <Label color="red" title={record.outcome.reason ?? ""}>
      {t("keystewardFailure")}
    </Label>
  );
}
