import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { changeIn, draftOf, newDraft, type FeatureDraft } from "./featureDraft";
import { FeatureFields } from "./FeatureFields";
import type { Feature, FeatureChange } from "./features";
import { refuseFaults } from "./refuseFaults";

interface FeatureDialogProps {
  /** Absent for one that the plan does not have. */
  feature?: Feature | undefined;
  override: (key: string, change: FeatureChange) => Promise<void>;
  onClose: () => void;
  onReload: () => void;
}

/** Sets a feature for one tenant, whatever the plan says. */
export function FeatureDialog({ feature, override, onClose, onReload }: FeatureDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<FeatureDraft>(
    feature ? draftOf(feature.key, feature.value, feature.rollout) : newDraft,
  );
  const key = draft.key.trim();
  return (
    <FormDialog
      title={feature ? t("keystewardOverrideFeature", { key: feature.key }) : t("keystewardAddFeature")}
      saveTestId="save-feature"
      size="medium"
      isComplete={key !== ""}
      pointers={["/drafts", "/value", "/rollout"]}
      save={async () => {
        refuseFaults([draft], t);
        await override(key, changeIn(draft));
      }}
      onClose={onClose}
      onReload={onReload}
    >
      {(errorAt) => (
        <FeatureFields
          index={0}
          draft={draft}
          onChange={setDraft}
          isKeyFixed={feature !== undefined}
          errorAt={errorAt}
        />
      )}
    </FormDialog>
  );
}
