import { Button, Modal, ModalVariant, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { FeatureTable } from "../features/FeatureTable";
import { Facts } from "../../lists/Facts";
import { limitKeys, limitTexts } from "../limits/limits";
import { expiryTexts } from "./ExpiryFields";
import type { Plan } from "./plans";

/** All that a plan says, for those who may not change it too. */
export function PlanDetails({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const features = Object.keys(plan.features)
    .sort()
    .map((key) => {
      const rollout = plan.rollouts[key];
      return { key, value: plan.features[key], source: "plan" as const, ...(rollout && { rollout }) };
    });
  return (
    <Modal
      isOpen
      variant={ModalVariant.medium}
      title={plan.name}
      onClose={onClose}
      actions={[
        <Button key="close" data-testid="close-plan" onClick={onClose}>
          {t("close")}
        </Button>,
      ]}
    >
      <Facts
        facts={[
          { term: t("key"), testId: "plan-shown-key", value: plan.key },
          ...limitKeys.map((key) => ({
            term: t(limitTexts[key].label),
            testId: `plan-shown-${key}`,
            value: plan.limits[key] ?? t("keystewardUnlimited"),
          })),
          {
            term: t("keystewardInvitationsHoldSeats"),
            testId: "plan-shown-invitationsHoldSeats",
            value: t(plan.invitationsHoldSeats ? "yes" : "no"),
          },
          { term: t("keystewardGraceDays"), testId: "plan-shown-graceDays", value: plan.graceDays },
          {
            term: t("keystewardOnExpiry"),
            testId: "plan-shown-onExpiry",
            value: t(expiryTexts[plan.onExpiry].label),
          },
        ]}
      />
      {features.length > 0 && (
        <>
          <Title headingLevel="h2" className="pf-v5-u-mt-lg">
            {t("keystewardFeatures")}
          </Title>
          <FeatureTable features={features} />
        </>
      )}
    </Modal>
  );
}
