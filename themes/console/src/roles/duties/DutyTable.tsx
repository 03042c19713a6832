import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions } from "../../lists/RowActions";
import { isOwn } from "../definition/roles";
import { originTexts } from "../definition/roleTexts";
import { KeyList } from "../../lists/KeyList";
import type { Place } from "../place";
import type { DutySet } from "./duties";

interface DutyTableProps {
  sets: readonly DutySet[];
  place: Place;
  /** Both absent for those who may only look. */
  onEdit?: (set: DutySet) => void;
  onDelete?: (set: DutySet) => void;
}

export function DutyTable({ sets, place, onEdit, onDelete }: DutyTableProps) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("keystewardSeparationOfDuty")} data-testid="duties">
      <Thead>
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("key")}</Th>
          <Th>{t("roles")}</Th>
          <Th>{t("keystewardAtMost")}</Th>
          <Th>{t("keystewardOrigin")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {sets.map((set) => (
          <Tr key={set.key} data-testid={`duty-row-${set.key}`}>
            <Td dataLabel={t("name")}>{set.name}</Td>
            <Td dataLabel={t("key")}>{set.key}</Td>
            <Td dataLabel={t("roles")}>
              <KeyList keys={set.roles} />
            </Td>
            <Td dataLabel={t("keystewardAtMost")}>{set.max}</Td>
            <Td dataLabel={t("keystewardOrigin")}>
              <Label color={isOwn(set, place) ? "blue" : "grey"}>{t(originTexts[set.origin])}</Label>
            </Td>
            <Td isActionCell>
              {onEdit && onDelete && isOwn(set, place) && (
                <RowActions
                  of={set.name}
                  actions={[
                    {
                      title: t("edit"),
                      "data-testid": `edit-duty-${set.key}`,
                      onClick: () => {
                        onEdit(set);
                      },
                    },
                    {
                      title: t("delete"),
                      "data-testid": `delete-duty-${set.key}`,
                      onClick: () => {
                        onDelete(set);
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
