import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { totalOf, type Counted } from "./buckets";

interface SummaryTableProps {
  counted: readonly Counted[];
  keys: readonly string[];
  textOf: (key: string) => string;
  bucketText: (start: string) => string;
}

/** The numbers of the chart, the latest first; stretches in which nothing happened are left out. */
export function SummaryTable({ counted, keys, textOf, bucketText }: SummaryTableProps) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("keystewardAuditSummary")} data-testid="audit-summary-table">
      <Thead>
        <Tr>
          <Th>{t("keystewardAuditTime")}</Th>
          {keys.map((key) => (
            <Th key={key}>{textOf(key)}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {counted
          .filter((one) => totalOf(one) > 0)
          .toReversed()
          .map(({ start, counts }) => (
            <Tr key={start}>
              <Td dataLabel={t("keystewardAuditTime")}>{bucketText(start)}</Td>
              {keys.map((key) => (
                <Td key={key} dataLabel={textOf(key)}>
                  {counts[key] ?? 0}
                </Td>
              ))}
            </Tr>
          ))}
      </Tbody>
    </Table>
  );
}
