import { Alert } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../forms/FormDialog";
import { ChoiceField, WholeNumberField } from "../forms/fields";
import { ofTheRealm, planChoices, planChosen, seatsOfPlan, type Catalogue } from "./planChoices";
import type { License, LicenseChange, Tenant } from "./tenants";

interface LicenseDialogProps {
  tenant: Tenant;
  license: License;
  catalogue: Catalogue;
  change: (change: LicenseChange) => Promise<void>;
  onClose: () => void;
}

const pointers = ["/plan", "/limits/seats"];

export function LicenseDialog({ tenant, license, catalogue, change, onClose }: LicenseDialogProps) {
  const { t } = useTranslation();
  const [plan, setPlan] = useState(license.source === "default" ? ofTheRealm : (license.plan ?? ofTheRealm));
  const [seats, setSeats] = useState(license.overrides.seats);
  const { used } = license.seats;
  const chosen = planChosen(catalogue, plan);
  const limit = seats ?? chosen?.limits.seats;

  // What else the license sets against its plan stays; an empty field takes the seats from the plan.
  const save = () => change({ ...(plan !== ofTheRealm && { plan }), limits: { ...license.overrides, seats } });

  return (
    <FormDialog
      title={t("keystewardLicenseOf", { name: tenant.name })}
      saveTestId="save-license"
      pointers={pointers}
      save={save}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <ChoiceField
            label={t("keystewardPlan")}
            testId="license-plan"
            value={plan}
            choices={planChoices(catalogue, t)}
            onChange={setPlan}
            error={errorAt("/plan")}
          />
          <WholeNumberField
            label={t("keystewardSeats")}
            testId="license-seats"
            value={seats}
            onChange={setSeats}
            placeholder={seatsOfPlan(chosen, t)}
            help={t("keystewardSeatsHelp")}
            error={errorAt("/limits/seats")}
          />
          {limit !== undefined && used > limit && (
            <Alert
              variant="warning"
              isInline
              data-testid="license-over-limit"
              title={t("keystewardLicenseBelowUse", { used, limit })}
            >
              {t("keystewardLicenseBelowUseHelp")}
            </Alert>
          )}
        </>
      )}
    </FormDialog>
  );
}
