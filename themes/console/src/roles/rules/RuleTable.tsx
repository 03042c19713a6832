import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions } from "../../lists/RowActions";
import type { Role } from "../definition/roles";
import { nameOfKey } from "../definition/roleTexts";
import { PathText } from "../fields/PathText";
import { conditionText } from "./conditionText";
import type { AssignmentRule } from "./rules";

export type RuleAction = "edit" | "switch" | "delete";

interface RuleTableProps {
  rules: readonly AssignmentRule[];
  known: readonly Role[];
  /** Absent for those who may only look. */
  onOpen?: (action: RuleAction, rule: AssignmentRule) => void;
}

export function RuleTable({ rules, known, onOpen }: RuleTableProps) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("keystewardAssignmentRules")} data-testid="rules">
      <Thead>
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("path")}</Th>
          <Th>{t("keystewardCondition")}</Th>
          <Th>{t("keystewardState")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {rules.map((rule) => {
          const action = (kind: RuleAction, title: string) => ({
            title,
            "data-testid": `${kind}-rule-${rule.key}`,
            onClick: () => onOpen?.(kind, rule),
          });
          return (
            <Tr key={rule.key} data-testid={`rule-row-${rule.key}`}>
              <Td dataLabel={t("name")}>
                {rule.name}
                <div>
                  <small className="pf-v5-u-color-200">{rule.key}</small>
                </div>
              </Td>
              <Td dataLabel={t("role")}>{nameOfKey(known, rule.role, t)}</Td>
              <Td dataLabel={t("path")}>
                <PathText path={rule.path} />
              </Td>
              <Td dataLabel={t("keystewardCondition")}>{conditionText(rule.when, t)}</Td>
              <Td dataLabel={t("keystewardState")}>
                <Label color={rule.enabled ? "green" : "grey"} data-testid={`rule-state-${rule.key}`}>
                  {t(rule.enabled ? "keystewardOn" : "keystewardOff")}
                </Label>
              </Td>
              <Td isActionCell>
                {onOpen && (
                  <RowActions
                    of={rule.name}
                    actions={[
                      action("switch", t(rule.enabled ? "keystewardTurnOff" : "keystewardTurnOn")),
                      action("edit", t("edit")),
                      action("delete", t("delete")),
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
