import { Grid, GridItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { pointerTo } from "../../api/Problem";
import { ChoiceField } from "../../forms/ChoiceField";
import { MomentField } from "../../forms/MomentField";
import { WholeNumberField } from "../../forms/WholeNumberField";
import { draftPointer, type RolloutDraft } from "./featureDraft";
import type { RolloutBy } from "./features";
import type { FeatureType } from "./featureValue";
import { FeatureValueField } from "./FeatureValueField";

interface RolloutFieldsProps {
  index: number;
  featureKey: string;
  type: FeatureType;
  rollout: RolloutDraft;
  onChange: (rollout: RolloutDraft) => void;
  errorAt: (pointer: string) => string | undefined;
}

/** To which part of the tenants or members a feature is given, and when. */
export function RolloutFields({ index, featureKey, type, rollout, onChange, errorAt }: RolloutFieldsProps) {
  const { t } = useTranslation();
  const errorOf = (name: string) =>
    errorAt(draftPointer(index, name)) ??
    errorAt(pointerTo("rollout", name)) ??
    (featureKey === "" ? undefined : errorAt(pointerTo("rollouts", featureKey, name)));

  return (
    <Grid hasGutter md={6}>
      <GridItem>
        <WholeNumberField
          label={t("keystewardRolloutPercentage")}
          testId={`rollout-percentage-${index}`}
          isRequired
          max={100}
          value={rollout.percentage}
          onChange={(percentage) => {
            onChange({ ...rollout, percentage });
          }}
          help={t("keystewardRolloutPercentageHelp")}
          error={errorOf("percentage")}
        />
      </GridItem>
      <GridItem>
        <ChoiceField
          label={t("keystewardRolloutBy")}
          testId={`rollout-by-${index}`}
          value={rollout.by}
          choices={[
            { value: "tenant", label: t("keystewardRolloutByTenant") },
            { value: "member", label: t("keystewardRolloutByMember") },
          ]}
          onChange={(by) => {
            onChange({ ...rollout, by: by as RolloutBy });
          }}
          help={t("keystewardRolloutByHelp")}
          error={errorOf("by")}
        />
      </GridItem>
      <GridItem>
        <MomentField
          label={t("keystewardRolloutFrom")}
          testId={`rollout-from-${index}`}
          value={rollout.from}
          onChange={(from) => {
            onChange({ ...rollout, from });
          }}
          help={t("keystewardRolloutFromHelp")}
          error={errorOf("from")}
        />
      </GridItem>
      <GridItem>
        <MomentField
          label={t("keystewardRolloutUntil")}
          testId={`rollout-until-${index}`}
          value={rollout.until}
          onChange={(until) => {
            onChange({ ...rollout, until });
          }}
          help={t("keystewardRolloutUntilHelp")}
          error={errorOf("until")}
        />
      </GridItem>
      <GridItem md={12}>
        <FeatureValueField
          label={t("keystewardRolloutOtherwise")}
          testId={`rollout-otherwise-${index}`}
          type={type}
          text={rollout.otherwise}
          none={t("keystewardRolloutOtherwiseNone")}
          onChange={(otherwise) => {
            onChange({ ...rollout, otherwise });
          }}
          help={t("keystewardRolloutOtherwiseHelp")}
          error={errorOf("otherwise")}
        />
      </GridItem>
    </Grid>
  );
}
