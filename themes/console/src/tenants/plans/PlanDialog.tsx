import { FormSection, Grid, GridItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { SwitchField } from "../../forms/SwitchField";
import { TextField } from "../../forms/TextField";
import { aliasFor } from "../alias";
import { draftsOf, featuresIn, type FeatureDraft } from "../features/featureDraft";
import { FeatureListFields } from "../features/FeatureListFields";
import { refuseFaults } from "../features/refuseFaults";
import { LimitFields } from "../limits/LimitFields";
import { limitPointers } from "../limits/limits";
import { ExpiryFields } from "./ExpiryFields";
import type { Plan, PlanContent } from "./plans";

interface PlanDialogProps {
  /** Absent for a new one. */
  plan?: Plan | undefined;
  save: (key: string, content: PlanContent) => Promise<void>;
  onClose: () => void;
  onReload?: () => void;
}

const pointers = [
  ...["/key", "/name", "/graceDays", "/onExpiry", "/invitationsHoldSeats", "/features", "/rollouts", "/drafts"],
  ...limitPointers,
];

const newPlan: PlanContent = {
  name: "",
  limits: {},
  features: {},
  rollouts: {},
  graceDays: 0,
  onExpiry: "no-growth",
  invitationsHoldSeats: true,
};

export function PlanDialog({ plan, save, onClose, onReload }: PlanDialogProps) {
  const { t } = useTranslation();
  const before: PlanContent = plan ?? newPlan;
  const [name, setName] = useState(before.name);
  // Undefined as long as the key follows the name.
  const [ownKey, setOwnKey] = useState(plan?.key);
  const [limits, setLimits] = useState(before.limits);
  const [graceDays, setGraceDays] = useState<number | undefined>(before.graceDays);
  const [onExpiry, setOnExpiry] = useState(before.onExpiry);
  const [invitationsHoldSeats, setInvitationsHoldSeats] = useState(before.invitationsHoldSeats);
  const [drafts, setDrafts] = useState<readonly FeatureDraft[]>(() => draftsOf(before.features, before.rollouts));
  const key = ownKey ?? aliasFor(name);

  const savePlan = async () => {
    refuseFaults(drafts, t);
    await save(key.trim(), {
      name: name.trim(),
      limits,
      ...featuresIn(drafts),
      graceDays: graceDays ?? 0,
      onExpiry,
      invitationsHoldSeats,
    });
  };

  return (
    <FormDialog
      title={plan ? t("keystewardEditPlan", { name: plan.name }) : t("keystewardCreatePlan")}
      saveTestId="save-plan"
      size="large"
      isComplete={name.trim() !== "" && key.trim() !== ""}
      pointers={pointers}
      save={savePlan}
      onClose={onClose}
      onReload={onReload}
    >
      {(errorAt) => (
        <>
          <Grid hasGutter md={6}>
            <GridItem>
              <TextField
                label={t("name")}
                testId="plan-name"
                isRequired
                autoFocus
                value={name}
                onChange={setName}
                error={errorAt("/name")}
              />
            </GridItem>
            <GridItem>
              <TextField
                label={t("key")}
                testId="plan-key"
                isRequired
                isDisabled={plan !== undefined}
                value={key}
                onChange={setOwnKey}
                help={t("keystewardPlanKeyHelp")}
                error={errorAt("/key")}
              />
            </GridItem>
          </Grid>
          <LimitFields
            testId="plan"
            limits={limits}
            onChange={setLimits}
            placeholderOf={() => t("keystewardUnlimited")}
            errorAt={errorAt}
          />
          <FormSection title={t("keystewardLicenses")} titleElement="h2">
            <SwitchField
              label={t("keystewardInvitationsHoldSeats")}
              testId="plan-invitationsHoldSeats"
              value={invitationsHoldSeats}
              onChange={setInvitationsHoldSeats}
              help={t("keystewardInvitationsHoldSeatsHelp")}
              error={errorAt("/invitationsHoldSeats")}
            />
            <ExpiryFields
              graceDays={graceDays}
              onExpiry={onExpiry}
              onGraceDays={setGraceDays}
              onOnExpiry={setOnExpiry}
              errorAt={errorAt}
            />
          </FormSection>
          <FeatureListFields drafts={drafts} onChange={setDrafts} errorAt={errorAt} />
        </>
      )}
    </FormDialog>
  );
}
