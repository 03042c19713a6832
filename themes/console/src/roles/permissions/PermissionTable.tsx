import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions } from "../../lists/RowActions";
import type { Permission } from "./permissions";

interface PermissionTableProps {
  permissions: readonly Permission[];
  /** Absent for those who may only look. */
  onDelete?: (permission: Permission) => void;
}

export function PermissionTable({ permissions, onDelete }: PermissionTableProps) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("permissions")} data-testid="permissions">
      <Thead>
        <Tr>
          <Th>{t("key")}</Th>
          <Th>{t("description")}</Th>
          <Th>{t("group")}</Th>
          <Th>{t("keystewardOrigin")}</Th>
          <Th>{t("keystewardReach")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {permissions.map((permission) => (
          <Tr key={permission.key} data-testid={`permission-row-${permission.key}`}>
            <Td dataLabel={t("key")}>
              <code>{permission.key}</code>
            </Td>
            <Td dataLabel={t("description")}>{permission.description}</Td>
            <Td dataLabel={t("group")}>{permission.group}</Td>
            <Td dataLabel={t("keystewardOrigin")}>
              <Label color={permission.origin === "registered" ? "blue" : "grey"}>
                {t(permission.origin === "registered" ? "keystewardRegistered" : "keystewardBuiltIn")}
              </Label>
            </Td>
            <Td dataLabel={t("keystewardReach")}>
              {t(permission.reach === "tenant" ? "keystewardReachTenant" : "keystewardReachRealm")}
            </Td>
            <Td isActionCell>
              {onDelete && permission.origin === "registered" && (
                <RowActions
                  of={permission.key}
                  actions={[
                    {
                      title: t("delete"),
                      "data-testid": `delete-permission-${permission.key}`,
                      onClick: () => {
                        onDelete(permission);
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
