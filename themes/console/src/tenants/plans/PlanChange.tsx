import { useTranslation } from "react-i18next";
import type { Versioned } from "../../api/Api";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { PlanDetails } from "./PlanDetails";
import { PlanDialog } from "./PlanDialog";
import type { Plan, Plans } from "./plans";

export type PlanDialogOpen =
  { kind: "create" } | { kind: "edit"; plan: Versioned<Plan> } | { kind: "show" | "delete"; plan: Plan };

interface PlanChangeProps {
  dialog: PlanDialogOpen;
  plans: Plans;
  onChanged: (notice: string) => void;
  onClose: () => void;
  onReload: (key: string) => void;
}

/** The dialog that is open over the list of plans. */
export function PlanChange({ dialog, plans, onChanged, onClose, onReload }: PlanChangeProps) {
  const { t } = useTranslation();
  switch (dialog.kind) {
    case "create":
      return (
        <PlanDialog
          save={async (key, content) => {
            await plans.create({ key, ...content });
            onChanged(t("keystewardPlanCreated", { name: content.name }));
          }}
          onClose={onClose}
        />
      );
    case "edit": {
      const { value, version } = dialog.plan;
      return (
        <PlanDialog
          // Another version, another form.
          key={version}
          plan={value}
          save={async (key, content) => {
            await plans.change(key, content, version);
            onChanged(t("keystewardPlanChanged", { name: content.name }));
          }}
          onClose={onClose}
          onReload={() => {
            onReload(value.key);
          }}
        />
      );
    }
    case "show":
      return <PlanDetails plan={dialog.plan} onClose={onClose} />;
    case "delete":
      return (
        <ConfirmDialog
          title={t("keystewardDeletePlan", { name: dialog.plan.name })}
          confirmLabel={t("delete")}
          confirmTestId="confirm-delete-plan"
          isDanger
          confirm={async () => {
            await plans.remove(dialog.plan.key);
            onChanged(t("keystewardPlanDeleted", { name: dialog.plan.name }));
          }}
          onClose={onClose}
        >
          {t("keystewardDeletePlanHelp")}
        </ConfirmDialog>
      );
  }
}
