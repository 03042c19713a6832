import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { TextAreaField } from "../../forms/TextAreaField";
import type { Hold } from "./holds";

interface ReleaseHoldDialogProps {
  hold: Hold;
  release: (reason: string) => Promise<void>;
  onClose: () => void;
  onReload: () => void;
}

export function ReleaseHoldDialog({ hold, release, onClose, onReload }: ReleaseHoldDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");

  return (
    <FormDialog
      title={t("keystewardAuditReleaseHoldOn", { subject: hold.tenant ?? hold.subjectId })}
      saveTestId="confirm-release-audit-hold"
      saveLabel={t("keystewardAuditRelease")}
      isDanger
      isComplete={reason.trim() !== ""}
      pointers={["/reason"]}
      save={() => release(reason.trim())}
      onClose={onClose}
      onReload={onReload}
    >
      {(errorAt) => (
        <>
          <p>{t("keystewardAuditReleaseHelp")}</p>
          <TextAreaField
            label={t("keystewardAuditReason")}
            testId="audit-release-reason"
            isRequired
            rows={3}
            value={reason}
            onChange={setReason}
            help={t("keystewardAuditReasonHelp")}
            error={errorAt("/reason")}
          />
        </>
      )}
    </FormDialog>
  );
}
