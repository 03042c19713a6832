import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { FormDialog } from "../../forms/FormDialog";
import { TextField } from "../../forms/TextField";

interface DialogProps {
  tenantName: string;
  onClose: () => void;
  onReload: () => void;
}

export function SuspendDialog({
  tenantName,
  suspend,
  ...dialog
}: DialogProps & { suspend: (reason: string) => Promise<void> }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <FormDialog
      {...dialog}
      title={t("keystewardSuspendLicenseOf", { name: tenantName })}
      saveTestId="confirm-suspend-license"
      saveLabel={t("keystewardSuspendLicense")}
      isDanger
      isComplete={reason.trim() !== ""}
      pointers={["/reason"]}
      save={() => suspend(reason.trim())}
    >
      {(errorAt) => (
        <>
          <p>{t("keystewardSuspendLicenseHelp")}</p>
          <TextField
            label={t("keystewardSuspensionReason")}
            testId="suspend-reason"
            isRequired
            autoFocus
            value={reason}
            onChange={setReason}
            help={t("keystewardSuspensionReasonHelp")}
            error={errorAt("/reason")}
          />
        </>
      )}
    </FormDialog>
  );
}

export function ResumeDialog({ tenantName, resume, ...dialog }: DialogProps & { resume: () => Promise<void> }) {
  const { t } = useTranslation();
  return (
    <ConfirmDialog
      {...dialog}
      title={t("keystewardResumeLicenseOf", { name: tenantName })}
      confirmLabel={t("keystewardResumeLicense")}
      confirmTestId="confirm-resume-license"
      confirm={resume}
    >
      {t("keystewardResumeLicenseHelp")}
    </ConfirmDialog>
  );
}
