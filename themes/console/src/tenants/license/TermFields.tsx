import { Button, Grid, GridItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { MomentField } from "../../forms/MomentField";
import { WholeNumberField } from "../../forms/WholeNumberField";
import { renewedUntil, type GrantForm } from "./grant";

interface TermFieldsProps {
  form: GrantForm;
  planGraceDays: number;
  onChange: (form: GrantForm) => void;
  errorAt: (pointer: string) => string | undefined;
}

/** From when until when a license holds, with a quick way to renew it. */
export function TermFields({ form, planGraceDays, onChange, errorAt }: TermFieldsProps) {
  const { t } = useTranslation();
  const renewal = (months: number, label: string) => (
    <Button
      variant="link"
      isInline
      className="pf-v5-u-mr-md"
      data-testid={`renew-${months}`}
      onClick={() => {
        onChange({ ...form, expiresAt: renewedUntil(form.expiresAt, months, new Date()) });
      }}
    >
      {label}
    </Button>
  );

  return (
    <Grid hasGutter md={4}>
      <GridItem>
        <MomentField
          label={t("keystewardStartsAt")}
          testId="license-startsAt"
          value={form.startsAt}
          onChange={(startsAt) => {
            onChange({ ...form, startsAt });
          }}
          help={t("keystewardStartsAtHelp")}
          error={errorAt("/startsAt")}
        />
      </GridItem>
      <GridItem>
        <MomentField
          label={t("keystewardExpiresAt")}
          testId="license-expiresAt"
          value={form.expiresAt}
          onChange={(expiresAt) => {
            onChange({ ...form, expiresAt });
          }}
          help={t("keystewardExpiresAtHelp")}
          error={errorAt("/expiresAt")}
        />
        {renewal(1, t("keystewardOneMonthMore"))}
        {renewal(12, t("keystewardOneYearMore"))}
      </GridItem>
      <GridItem>
        <WholeNumberField
          label={t("keystewardGraceDays")}
          testId="license-graceDays"
          value={form.graceDays}
          onChange={(graceDays) => {
            onChange({ ...form, graceDays });
          }}
          placeholder={t("keystewardFromPlan", { value: planGraceDays })}
          help={t("keystewardGraceDaysHelp")}
          error={errorAt("/graceDays")}
        />
      </GridItem>
    </Grid>
  );
}
