import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { OperationCount } from "./health";

/** What was done how often. */
export function OperationTable({ operations }: { operations: readonly OperationCount[] }) {
  const { t, i18n } = useTranslation();
  const numbers = new Intl.NumberFormat(i18n.language);
  return (
    <Table variant="compact" aria-label={t("keystewardOperations")} data-testid="health-operations">
      <Thead>
        <Tr>
          <Th>{t("keystewardOperation")}</Th>
          <Th>{t("keystewardSucceeded")}</Th>
          <Th>{t("keystewardFailed")}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {operations.map(({ operation, succeeded, failed }) => (
          <Tr key={operation} data-testid={`health-operation-${operation}`}>
            <Td dataLabel={t("keystewardOperation")}>{operation}</Td>
            <Td dataLabel={t("keystewardSucceeded")}>{numbers.format(succeeded)}</Td>
            <Td dataLabel={t("keystewardFailed")}>
              {failed === 0 ? numbers.format(failed) : <strong>{numbers.format(failed)}</strong>}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
