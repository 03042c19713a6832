import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { SwitchField } from "../../forms/SwitchField";
import { TextField } from "../../forms/TextField";
import { useTimeFormat } from "../../time/useTimeFormat";
import type { DeletionPreview, Tenant } from "../tenants";

interface DeleteDialogProps {
  tenant: Tenant;
  preview: DeletionPreview;
  /** @param confirm the alias as it was typed */
  remove: (confirm: string, now: boolean) => Promise<void>;
  onClose: () => void;
}

export function DeleteDialog({ tenant, preview, remove, onClose }: DeleteDialogProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const [typed, setTyped] = useState("");
  const [now, setNow] = useState(false);
  return (
    <FormDialog
      title={t("keystewardDeleteTenantNamed", { name: tenant.name })}
      saveTestId="confirm-delete-tenant"
      saveLabel={t(now ? "keystewardDeleteNow" : "keystewardDeleteTenant")}
      isDanger
      isComplete={typed === tenant.alias}
      pointers={["?confirm"]}
      save={() => remove(typed, now)}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <p>
            {now
              ? t("keystewardDeleteNowHelp")
              : t("keystewardDeleteTenantHelp", { moment: timeText(preview.finalAt) })}
          </p>
          <TextField
            label={t("keystewardTypeAlias", { alias: tenant.alias })}
            testId="confirm-alias"
            isRequired
            autoFocus
            value={typed}
            onChange={setTyped}
            error={errorAt("?confirm")}
          />
          <SwitchField
            label={t("keystewardWithoutWaiting")}
            testId="delete-now"
            value={now}
            onChange={setNow}
            help={t("keystewardWithoutWaitingHelp")}
          />
        </>
      )}
    </FormDialog>
  );
}
