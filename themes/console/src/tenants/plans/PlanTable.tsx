import { Button, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions } from "../../lists/RowActions";
import { expiryTexts } from "./ExpiryFields";
import type { Catalogue } from "./planChoices";
import type { Plan } from "./plans";

interface PlanTableProps {
  catalogue: Catalogue;
  onShow: (plan: Plan) => void;
  /** Both absent for those who may only look. */
  onEdit?: (plan: Plan) => void;
  onDelete?: (plan: Plan) => void;
}

export function PlanTable({ catalogue, onShow, onEdit, onDelete }: PlanTableProps) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("keystewardPlans")} data-testid="plans">
      <Thead>
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("key")}</Th>
          <Th>{t("keystewardSeats")}</Th>
          <Th>{t("keystewardFeatures")}</Th>
          <Th>{t("keystewardGraceDays")}</Th>
          <Th>{t("keystewardOnExpiry")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {catalogue.plans.map((plan) => (
          <Tr key={plan.key} data-testid={`plan-row-${plan.key}`}>
            <Td dataLabel={t("name")}>
              <Button
                variant="link"
                isInline
                data-testid={`show-plan-${plan.key}`}
                onClick={() => {
                  onShow(plan);
                }}
              >
                {plan.name}
              </Button>{" "}
              {plan.key === catalogue.defaultPlan && <Label color="blue">{t("keystewardDefault")}</Label>}
            </Td>
            <Td dataLabel={t("key")}>{plan.key}</Td>
            <Td dataLabel={t("keystewardSeats")}>{plan.limits.seats ?? t("keystewardUnlimited")}</Td>
            <Td dataLabel={t("keystewardFeatures")}>{Object.keys(plan.features).length}</Td>
            <Td dataLabel={t("keystewardGraceDays")}>{plan.graceDays}</Td>
            <Td dataLabel={t("keystewardOnExpiry")}>{t(expiryTexts[plan.onExpiry].label)}</Td>
            <Td isActionCell>
              {onEdit && onDelete && (
                <RowActions
                  of={plan.name}
                  actions={[
                    {
                      title: t("edit"),
                      "data-testid": `edit-plan-${plan.key}`,
                      onClick: () => {
                        onEdit(plan);
                      },
                    },
                    {
                      title: t("delete"),
                      "data-testid": `delete-plan-${plan.key}`,
                      onClick: () => {
                        onDelete(plan);
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
