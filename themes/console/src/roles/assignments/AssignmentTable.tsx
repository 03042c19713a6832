import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions } from "../../lists/RowActions";
import { useTimeFormat } from "../../time/useTimeFormat";
import type { Role } from "../definition/roles";
import { nameOfKey } from "../definition/roleTexts";
import { PathText } from "../fields/PathText";
import { SourceText } from "../fields/SourceText";
import type { Place } from "../place";
import { isChangeable, nameOfPrincipal, type Assignment } from "./assignments";
import { stateLooks } from "./assignmentTexts";
import { PrincipalText } from "./PrincipalText";

interface AssignmentTableProps {
  assignments: readonly Assignment[];
  place: Place;
  known: readonly Role[];
  /** Both absent for those who may only look. */
  onChange?: (assignment: Assignment) => void;
  onEnd?: (assignment: Assignment) => void;
}

export function AssignmentTable({ assignments, place, known, onChange, onEnd }: AssignmentTableProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  return (
    <Table variant="compact" aria-label={t("keystewardAssignments")} data-testid="assignments">
      <Thead>
        <Tr>
          <Th>{t("keystewardAssignedTo")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("path")}</Th>
          <Th>{t("from")}</Th>
          <Th>{t("keystewardRolloutUntil")}</Th>
          <Th>{t("keystewardSource")}</Th>
          <Th>{t("keystewardState")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {assignments.map((assignment) => {
          const { id, principal, role, path, from, until, reason, state } = assignment;
          const rowName = `${nameOfPrincipal(principal)}-${role}`;
          return (
            <Tr key={id} data-testid={`assignment-row-${rowName}`}>
              <Td dataLabel={t("keystewardAssignedTo")}>
                <PrincipalText principal={principal} place={place} />
              </Td>
              <Td dataLabel={t("role")}>
                {nameOfKey(known, role, t)}
                {reason && (
                  <div>
                    <small className="pf-v5-u-color-200">{reason}</small>
                  </div>
                )}
              </Td>
              <Td dataLabel={t("path")}>
                <PathText path={path} isOfRealm={place.tenant === undefined} />
              </Td>
              <Td dataLabel={t("from")}>{from && timeText(from)}</Td>
              <Td dataLabel={t("keystewardRolloutUntil")} data-testid="assignment-row-until">
                {until ? timeText(until) : t("keystewardNever")}
              </Td>
              <Td dataLabel={t("keystewardSource")}>
                <SourceText {...assignment} />
              </Td>
              <Td dataLabel={t("keystewardState")}>
                <Label color={stateLooks[state].color} data-testid="assignment-state">
                  {t(stateLooks[state].text)}
                </Label>
              </Td>
              <Td isActionCell>
                {onChange && onEnd && isChangeable(assignment) && (
                  <RowActions
                    of={rowName}
                    actions={[
                      {
                        title: t("keystewardChangeTerm"),
                        "data-testid": `change-assignment-${rowName}`,
                        onClick: () => {
                          onChange(assignment);
                        },
                      },
                      {
                        title: t("keystewardEnd"),
                        "data-testid": `end-assignment-${rowName}`,
                        onClick: () => {
                          onEnd(assignment);
                        },
                      },
                    ]}
                  />
                )}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
