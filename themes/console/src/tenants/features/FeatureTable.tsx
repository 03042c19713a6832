import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions, type RowAction } from "../../lists/RowActions";
import type { Feature } from "./features";
import { RolloutSummary } from "./RolloutSummary";
import { valueText } from "./valueText";

interface FeatureTableProps {
  features: readonly Feature[];
  /** Both absent for those who may only look. */
  onOverride?: ((feature: Feature) => void) | undefined;
  onBackToPlan?: ((feature: Feature) => void) | undefined;
}

export function FeatureTable({ features, onOverride, onBackToPlan }: FeatureTableProps) {
  const { t } = useTranslation();
  const actionsFor = (feature: Feature): RowAction[] => [
    ...(onOverride
      ? [
          {
            title: t(feature.source === "override" ? "edit" : "keystewardOverride"),
            "data-testid": `override-feature-${feature.key}`,
            onClick: () => {
              onOverride(feature);
            },
          },
        ]
      : []),
    ...(onBackToPlan && feature.source === "override"
      ? [
          {
            title: t("keystewardBackToPlan"),
            "data-testid": `back-to-plan-${feature.key}`,
            onClick: () => {
              onBackToPlan(feature);
            },
          },
        ]
      : []),
  ];

  return (
    <Table variant="compact" aria-label={t("keystewardFeatures")} data-testid="features">
      <Thead>
        <Tr>
          <Th>{t("key")}</Th>
          <Th>{t("value")}</Th>
          <Th>{t("keystewardSource")}</Th>
          <Th>{t("keystewardGivenTo")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {features.map((feature) => (
          <Tr key={feature.key} data-testid={`feature-row-${feature.key}`}>
            <Td dataLabel={t("key")}>{feature.key}</Td>
            <Td dataLabel={t("value")} data-testid={`feature-value-${feature.key}`}>
              {valueText(feature.value, t)}
            </Td>
            <Td dataLabel={t("keystewardSource")}>
              <Label
                color={feature.source === "override" ? "purple" : "grey"}
                data-testid={`feature-source-${feature.key}`}
              >
                {t(feature.source === "override" ? "keystewardOfThisTenant" : "keystewardPlan")}
              </Label>
            </Td>
            <Td dataLabel={t("keystewardGivenTo")}>
              <RolloutSummary rollout={feature.rollout} />
            </Td>
            <Td isActionCell>
              <RowActions of={feature.key} actions={actionsFor(feature)} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
