import { Button, Card, CardBody, FormSection } from "@patternfly/react-core";
import { PlusCircleIcon, TrashIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { newDraft, type FeatureDraft } from "./featureDraft";
import { FeatureFields } from "./FeatureFields";

interface FeatureListFieldsProps {
  drafts: readonly FeatureDraft[];
  onChange: (drafts: readonly FeatureDraft[]) => void;
  errorAt: (pointer: string) => string | undefined;
}

/** The features of a plan, one below the other. */
export function FeatureListFields({ drafts, onChange, errorAt }: FeatureListFieldsProps) {
  const { t } = useTranslation();
  return (
    <FormSection title={t("keystewardFeatures")} titleElement="h2">
      <p>{t("keystewardPlanFeaturesHelp")}</p>
      {drafts.map((draft, index) => (
        <Card key={index} isCompact isFlat data-testid={`feature-${index}`}>
          <CardBody>
            <FeatureFields
              index={index}
              draft={draft}
              onChange={(changed) => {
                onChange(drafts.with(index, changed));
              }}
              errorAt={errorAt}
            />
            <Button
              variant="link"
              isDanger
              isInline
              icon={<TrashIcon />}
              data-testid={`remove-feature-${index}`}
              className="pf-v5-u-mt-md"
              onClick={() => {
                onChange(drafts.toSpliced(index, 1));
              }}
            >
              {draft.key.trim() === ""
                ? t("keystewardRemoveFeature")
                : t("keystewardRemoveFeatureNamed", { key: draft.key.trim() })}
            </Button>
          </CardBody>
        </Card>
      ))}
      <div>
        <Button
          variant="link"
          isInline
          icon={<PlusCircleIcon />}
          data-testid="add-feature"
          onClick={() => {
            onChange([...drafts, newDraft]);
          }}
        >
          {t("keystewardAddFeature")}
        </Button>
      </div>
    </FormSection>
  );
}
