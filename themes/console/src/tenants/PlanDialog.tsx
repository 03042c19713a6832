import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../forms/FormDialog";
import { TextField, WholeNumberField } from "../forms/fields";
import { aliasFor } from "./alias";
import type { Plan } from "./tenants";

interface PlanDialogProps {
  /** Absent for a new one. */
  plan?: Plan | undefined;
  save: (plan: Plan) => Promise<void>;
  onClose: () => void;
}

const pointers = ["/key", "/name", "/limits/seats"];

export function PlanDialog({ plan, save, onClose }: PlanDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(plan?.name ?? "");
  // Undefined as long as the key follows the name.
  const [ownKey, setOwnKey] = useState(plan?.key);
  const [seats, setSeats] = useState(plan?.limits.seats);
  const key = ownKey ?? aliasFor(name);

  // Limits and features that have no field here stay as they are.
  const savePlan = () =>
    save({
      key: key.trim(),
      name: name.trim(),
      limits: { ...plan?.limits, seats },
      features: plan?.features ?? {},
    });

  return (
    <FormDialog
      title={plan ? t("keystewardEditPlan", { name: plan.name }) : t("keystewardCreatePlan")}
      saveTestId="save-plan"
      isComplete={name.trim() !== "" && key.trim() !== ""}
      pointers={pointers}
      save={savePlan}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <TextField
            label={t("name")}
            testId="plan-name"
            isRequired
            autoFocus
            value={name}
            onChange={setName}
            error={errorAt("/name")}
          />
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
          <WholeNumberField
            label={t("keystewardSeats")}
            testId="plan-seats"
            value={seats}
            onChange={setSeats}
            placeholder={t("keystewardUnlimited")}
            help={t("keystewardPlanSeatsHelp")}
            error={errorAt("/limits/seats")}
          />
        </>
      )}
    </FormDialog>
  );
}
