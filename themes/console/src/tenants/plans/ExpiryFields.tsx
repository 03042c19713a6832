import { Grid, GridItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { WholeNumberField } from "../../forms/WholeNumberField";
import { expiryOutcomes, type OnExpiry } from "./plans";

export const expiryTexts: Readonly<Record<OnExpiry, { label: string; help: string }>> = {
  "deny-sign-in": { label: "keystewardExpiryDeny", help: "keystewardExpiryDenyHelp" },
  "no-growth": { label: "keystewardExpiryNoGrowth", help: "keystewardExpiryNoGrowthHelp" },
  allow: { label: "keystewardExpiryAllow", help: "keystewardExpiryAllowHelp" },
};

interface ExpiryFieldsProps {
  graceDays: number | undefined;
  onExpiry: OnExpiry;
  onGraceDays: (days: number | undefined) => void;
  onOnExpiry: (outcome: OnExpiry) => void;
  errorAt: (pointer: string) => string | undefined;
}

/** What happens once a license of the plan is over. */
export function ExpiryFields({ graceDays, onExpiry, onGraceDays, onOnExpiry, errorAt }: ExpiryFieldsProps) {
  const { t } = useTranslation();
  return (
    <Grid hasGutter md={6}>
      <GridItem>
        <WholeNumberField
          label={t("keystewardGraceDays")}
          testId="plan-graceDays"
          value={graceDays}
          onChange={onGraceDays}
          placeholder="0"
          help={t("keystewardGraceDaysHelp")}
          error={errorAt("/graceDays")}
        />
      </GridItem>
      <GridItem>
        <ChoiceField
          label={t("keystewardOnExpiry")}
          testId="plan-onExpiry"
          value={onExpiry}
          choices={expiryOutcomes.map((outcome) => ({ value: outcome, label: t(expiryTexts[outcome].label) }))}
          onChange={(outcome) => {
            onOnExpiry(outcome as OnExpiry);
          }}
          help={t(expiryTexts[onExpiry].help)}
          error={errorAt("/onExpiry")}
        />
      </GridItem>
    </Grid>
  );
}
