import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { FormDialog } from "../../forms/FormDialog";
import { TextAreaField } from "../../forms/TextAreaField";
import { TextField } from "../../forms/TextField";
import type { NewHold, SubjectType } from "./holds";
import { subjectTexts } from "./HoldTable";

interface PlaceHoldDialogProps {
  place: (hold: NewHold) => Promise<void>;
  onClose: () => void;
}

export function PlaceHoldDialog({ place, onClose }: PlaceHoldDialogProps) {
  const { t } = useTranslation();
  const [subjectType, setSubjectType] = useState<SubjectType>("person");
  const [subjectId, setSubjectId] = useState("");
  const [reason, setReason] = useState("");

  return (
    <FormDialog
      title={t("keystewardAuditPlaceHold")}
      saveTestId="save-audit-hold"
      saveLabel={t("keystewardAuditPlace")}
      isComplete={subjectId.trim() !== "" && reason.trim() !== ""}
      pointers={["/subjectType", "/subjectId", "/reason"]}
      save={() => place({ subjectType, subjectId: subjectId.trim(), reason: reason.trim() })}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <ChoiceField
            label={t("keystewardAuditHeld")}
            testId="audit-hold-type"
            value={subjectType}
            choices={(["person", "tenant"] as const).map((value) => ({ value, label: t(subjectTexts[value]) }))}
            onChange={(chosen) => {
              setSubjectType(chosen === "tenant" ? "tenant" : "person");
            }}
            help={t(subjectType === "person" ? "keystewardAuditHoldPersonHelp" : "keystewardAuditHoldTenantHelp")}
            error={errorAt("/subjectType")}
          />
          <TextField
            label={t(subjectType === "person" ? "keystewardAuditPersonId" : "keystewardAlias")}
            testId="audit-hold-subject"
            isRequired
            value={subjectId}
            onChange={setSubjectId}
            help={subjectType === "person" ? t("keystewardAuditPersonIdHelp") : undefined}
            error={errorAt("/subjectId")}
          />
          <TextAreaField
            label={t("keystewardAuditReason")}
            testId="audit-hold-reason"
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
