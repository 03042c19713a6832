import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { Change } from "./records";
import { ValueText } from "./ValueText";

/** What was there before and after, place by place. */
export function ChangeTable({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("keystewardAuditChanges")} data-testid="audit-changes">
      <Thead>
        <Tr>
          <Th>{t("keystewardAuditField")}</Th>
          <Th>{t("keystewardAuditBefore")}</Th>
          <Th>{t("keystewardAuditAfter")}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {changes.map(({ pointer, before, after, beforeUnknown }, index) => (
          <Tr key={index} data-testid={`audit-change-${pointer ?? ""}`}>
            <Td dataLabel={t("keystewardAuditField")}>
              <code className="keysteward-audit-value">{pointer}</code>
            </Td>
            <Td dataLabel={t("keystewardAuditBefore")} data-testid="audit-before">
              <ValueText value={before} isUnknown={beforeUnknown} />
            </Td>
            <Td dataLabel={t("keystewardAuditAfter")} data-testid="audit-after">
              <ValueText value={after} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
