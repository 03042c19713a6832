import { Button, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions } from "../../lists/RowActions";
import { KeyList } from "../../lists/KeyList";
import type { Place } from "../place";
import { isOwn, type Role } from "./roles";
import { descriptionOf, nameOf, originTexts } from "./roleTexts";

interface RoleTableProps {
  roles: readonly Role[];
  place: Place;
  onShow: (role: Role) => void;
  /** Both absent for those who may only look. */
  onEdit?: (role: Role) => void;
  onDelete?: (role: Role) => void;
}

export function RoleTable({ roles, place, onShow, onEdit, onDelete }: RoleTableProps) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("roles")} data-testid="roles">
      <Thead>
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("key")}</Th>
          <Th>{t("keystewardRank")}</Th>
          <Th>{t("keystewardGrants")}</Th>
          <Th>{t("keystewardParents")}</Th>
          <Th>{t("keystewardOrigin")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {roles.map((role) => (
          <Tr key={role.key} data-testid={`role-row-${role.key}`}>
            <Td dataLabel={t("name")}>
              <Button
                variant="link"
                isInline
                data-testid={`show-role-${role.key}`}
                onClick={() => {
                  onShow(role);
                }}
              >
                {nameOf(role, t)}
              </Button>
              {descriptionOf(role, t) && (
                <div>
                  <small className="pf-v5-u-color-200">{descriptionOf(role, t)}</small>
                </div>
              )}
            </Td>
            <Td dataLabel={t("key")}>{role.key}</Td>
            <Td dataLabel={t("keystewardRank")}>{role.rank}</Td>
            <Td dataLabel={t("keystewardGrants")}>
              <KeyList keys={role.grants} />
            </Td>
            <Td dataLabel={t("keystewardParents")}>{role.parents.join(", ")}</Td>
            <Td dataLabel={t("keystewardOrigin")}>
              <Label color={isOwn(role, place) ? "blue" : "grey"} data-testid={`role-origin-${role.key}`}>
                {t(originTexts[role.origin])}
              </Label>
            </Td>
            <Td isActionCell>
              {onEdit && onDelete && isOwn(role, place) && (
                <RowActions
                  of={role.name}
                  actions={[
                    {
                      title: t("edit"),
                      "data-testid": `edit-role-${role.key}`,
                      onClick: () => {
                        onEdit(role);
                      },
                    },
                    {
                      title: t("delete"),
                      "data-testid": `delete-role-${role.key}`,
                      onClick: () => {
                        onDelete(role);
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
