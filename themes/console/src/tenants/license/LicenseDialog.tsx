import { Alert } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { FormDialog } from "../../forms/FormDialog";
import { LimitFields } from "../limits/LimitFields";
import { limitPointers } from "../limits/limits";
import { limitOfPlan, planChoices, planChosen, planNamed, type Catalogue } from "../plans/planChoices";
import { formOf, grantIn } from "./grant";
import type { License, LicenseGrant } from "./license";
import { TermFields } from "./TermFields";

interface LicenseDialogProps {
  tenantName: string;
  license: License;
  catalogue: Catalogue;
  give: (grant: LicenseGrant) => Promise<void>;
  onClose: () => void;
  onReload: () => void;
}

const pointers = ["/plan", "/startsAt", "/expiresAt", "/graceDays", ...limitPointers];

export function LicenseDialog({ tenantName, license, catalogue, give, onClose, onReload }: LicenseDialogProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState(() => formOf(license, planNamed(catalogue, license.plan)));
  const { used } = license.seats;
  const plan = planChosen(catalogue, form.plan);
  const seats = form.limits.seats ?? plan?.limits.seats;

  return (
    <FormDialog
      title={t("keystewardLicenseOf", { name: tenantName })}
      saveTestId="save-license"
      size="large"
      pointers={pointers}
      save={() => give(grantIn(form, license))}
      onClose={onClose}
      onReload={onReload}
    >
      {(errorAt) => (
        <>
          {license.source === "signed" && (
            <Alert
              component="h2"
              variant="warning"
              isInline
              title={t("keystewardReplacesSigned")}
              data-testid="replaces-signed"
            />
          )}
          <ChoiceField
            label={t("keystewardPlan")}
            testId="license-plan"
            value={form.plan}
            choices={planChoices(catalogue, t)}
            onChange={(chosen) => {
              setForm({ ...form, plan: chosen });
            }}
            error={errorAt("/plan")}
          />
          <TermFields form={form} planGraceDays={plan?.graceDays ?? 0} onChange={setForm} errorAt={errorAt} />
          {seats !== undefined && used > seats && (
            <Alert
              component="h2"
              variant="warning"
              isInline
              isLiveRegion
              data-testid="license-over-limit"
              title={t("keystewardLicenseBelowUse", { used, limit: seats })}
            >
              {t("keystewardLicenseBelowUseHelp")}
            </Alert>
          )}
          <LimitFields
            testId="license"
            limits={form.limits}
            onChange={(limits) => {
              setForm({ ...form, limits });
            }}
            placeholderOf={(key) => limitOfPlan(plan, key, t)}
            errorAt={errorAt}
          />
        </>
      )}
    </FormDialog>
  );
}
