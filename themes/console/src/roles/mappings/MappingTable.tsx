import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions } from "../../lists/RowActions";
import { sourceTexts } from "../assignments/assignmentTexts";
import type { Role } from "../definition/roles";
import { nameOfKey } from "../definition/roleTexts";
import { PathText } from "../fields/PathText";
import type { RoleMapping } from "./mappings";

interface MappingTableProps {
  mappings: readonly RoleMapping[];
  known: readonly Role[];
  /** Absent for those who may only look. */
  onDelete?: (mapping: RoleMapping) => void;
}

export function MappingTable({ mappings, known, onDelete }: MappingTableProps) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("keystewardRoleMappings")} data-testid="mappings">
      <Thead>
        <Tr>
          <Th>{t("group")}</Th>
          <Th>{t("keystewardSource")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("path")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {mappings.map((mapping) => (
          <Tr key={mapping.id} data-testid={`mapping-row-${mapping.group}`}>
            <Td dataLabel={t("group")}>
              <code>{mapping.group}</code>
            </Td>
            <Td dataLabel={t("keystewardSource")}>
              {t(sourceTexts[mapping.source])}
              {mapping.identityProvider !== undefined && (
                <div>
                  <small className="pf-v5-u-color-200">{mapping.identityProvider}</small>
                </div>
              )}
            </Td>
            <Td dataLabel={t("role")}>{nameOfKey(known, mapping.role, t)}</Td>
            <Td dataLabel={t("path")}>
              <PathText path={mapping.path} />
            </Td>
            <Td isActionCell>
              {onDelete && (
                <RowActions
                  of={mapping.group}
                  actions={[
                    {
                      title: t("delete"),
                      "data-testid": `delete-mapping-${mapping.group}`,
                      onClick: () => {
                        onDelete(mapping);
                      },
                    },
                  ]}
                />
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
