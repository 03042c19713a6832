import { Grid, GridItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { pointerTo } from "../../api/Problem";
import { ChoiceField } from "../../forms/ChoiceField";
import { SwitchField } from "../../forms/SwitchField";
import { TextField } from "../../forms/TextField";
import { draftPointer, newRollout, type FeatureDraft } from "./featureDraft";
import { beginnings, featureTypes, typeTexts, type FeatureType } from "./featureValue";
import { FeatureValueField } from "./FeatureValueField";
import { RolloutFields } from "./RolloutFields";

interface FeatureFieldsProps {
  /** Its place in the form, from 0. */
  index: number;
  draft: FeatureDraft;
  onChange: (draft: FeatureDraft) => void;
  /** A feature that is there already keeps its key. */
  isKeyFixed?: boolean;
  errorAt: (pointer: string) => string | undefined;
}

/** One feature: its key, its type, its value, and to whom it is given. */
export function FeatureFields({ index, draft, onChange, isKeyFixed = false, errorAt }: FeatureFieldsProps) {
  const { t } = useTranslation();
  const key = draft.key.trim();

  return (
    <Grid hasGutter>
      <GridItem md={8}>
        <TextField
          label={t("key")}
          testId={`feature-key-${index}`}
          isRequired
          isDisabled={isKeyFixed}
          value={draft.key}
          onChange={(changed) => {
            onChange({ ...draft, key: changed });
          }}
          help={t("keystewardFeatureKeyHelp")}
          error={errorAt(draftPointer(index, "key"))}
        />
      </GridItem>
      <GridItem md={4}>
        <ChoiceField
          label={t("type")}
          testId={`feature-type-${index}`}
          value={draft.type}
          choices={featureTypes.map((type) => ({ value: type, label: t(typeTexts[type]) }))}
          onChange={(chosen) => {
            const type = chosen as FeatureType;
            // A value of the former type would mean nothing, or something else.
            onChange({
              ...draft,
              type,
              text: beginnings[type],
              ...(draft.rollout && { rollout: { ...draft.rollout, otherwise: "" } }),
            });
          }}
        />
      </GridItem>
      <GridItem>
        <FeatureValueField
          label={t("value")}
          testId={`feature-value-${index}`}
          type={draft.type}
          text={draft.text}
          onChange={(text) => {
            onChange({ ...draft, text });
          }}
          error={
            errorAt(draftPointer(index, "value")) ??
            errorAt("/value") ??
            (key === "" ? undefined : errorAt(pointerTo("features", key)))
          }
        />
      </GridItem>
      <GridItem>
        <SwitchField
          label={t("keystewardRollout")}
          testId={`feature-rollout-${index}`}
          value={draft.rollout !== undefined}
          onChange={(partly) => {
            onChange({ ...draft, rollout: partly ? newRollout : undefined });
          }}
          help={t("keystewardRolloutHelp")}
        />
      </GridItem>
      {draft.rollout && (
        <GridItem>
          <RolloutFields
            index={index}
            featureKey={key}
            type={draft.type}
            rollout={draft.rollout}
            onChange={(rollout) => {
              onChange({ ...draft, rollout });
            }}
            errorAt={errorAt}
          />
        </GridItem>
      )}
    </Grid>
  );
}
