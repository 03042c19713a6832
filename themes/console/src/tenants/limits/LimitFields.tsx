import { ExpandableSection, FormSection, Grid, GridItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { WholeNumberField } from "../../forms/WholeNumberField";
import { enforcedLimits, limitTexts, setsAny, storedLimits, withLimit, type LimitKey, type Limits } from "./limits";

interface LimitFieldsProps {
  /** What the test ids of the fields begin with; the limit's key follows. */
  testId: string;
  limits: Limits;
  onChange: (limits: Limits) => void;
  /** What an empty field stands for. */
  placeholderOf: (key: LimitKey) => string;
  errorAt: (pointer: string) => string | undefined;
}

/** A field for every limit: those that the server keeps to, and apart from them those that it only stores yet. */
export function LimitFields({ testId, limits, onChange, placeholderOf, errorAt }: LimitFieldsProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(() => setsAny(limits, storedLimits));
  const isOpen = opened || storedLimits.some((key) => errorAt(`/limits/${key}`) !== undefined);

  const fieldsOf = (keys: readonly LimitKey[]) => (
    <Grid hasGutter md={6}>
      {keys.map((key) => (
        <GridItem key={key}>
          <WholeNumberField
            label={t(limitTexts[key].label)}
            testId={`${testId}-${key}`}
            value={limits[key]}
            onChange={(value) => {
              onChange(withLimit(limits, key, value));
            }}
            placeholder={placeholderOf(key)}
            help={t(limitTexts[key].help)}
            error={errorAt(`/limits/${key}`)}
          />
        </GridItem>
      ))}
    </Grid>
  );
  return (
    <>
      <FormSection title={t("keystewardLimitsEnforced")} titleElement="h2">
        {fieldsOf(enforcedLimits)}
      </FormSection>
      <ExpandableSection
        data-testid={`${testId}-stored-limits`}
        toggleText={t("keystewardLimitsStored")}
        isExpanded={isOpen}
        isIndented
        onToggle={(_event, expanded) => {
          setOpened(expanded);
        }}
      >
        <p className="pf-v5-u-mb-md">{t("keystewardLimitsStoredHelp")}</p>
        {fieldsOf(storedLimits)}
      </ExpandableSection>
    </>
  );
}
