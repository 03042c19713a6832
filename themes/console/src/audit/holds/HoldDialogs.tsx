import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { FormDialog } from "../../forms/FormDialog";
import { TextField } from "../../forms/TextField";
import type { SubjectType } from "./holds";

interface ReasonFieldProps {
  reason: string;
  onChange: (reason: string) => void;
  error: string | undefined;
}

function ReasonField({ reason, onChange, error }: ReasonFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t("keystewardReason")}
      testId="hold-reason"
      isRequired
      value={reason}
      onChange={onChange}
      help={t("keystewardReasonHelp")}
      error={error}
    />
  );
}

interface PlaceHoldDialogProps {
  place: (type: SubjectType, subject: string, reason: string) => Promise<void>;
  onClose: () => void;
}

export function PlaceHoldDialog({ place, onClose }: PlaceHoldDialogProps) {
  const { t } = useTranslation();
  const [type, setType] = useState<SubjectType>("person");
  const [subject, setSubject] = useState("");
  const [reason, setReason] = useState("");
  return (
    <FormDialog
      title={t("keystewardPlaceHold")}
      saveTestId="save-hold"
      isComplete={subject.trim() !== "" && reason.trim() !== ""}
      pointers={["/subjectId", "/reason"]}
      save={() => place(type, subject.trim(), reason.trim())}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <ChoiceField
            label={t("keystewardHoldOn")}
            testId="hold-type"
            choices={[
              { value: "person", label: t("keystewardPerson") },
              { value: "tenant", label: t("keystewardTenant") },
            ]}
            value={type}
            onChange={(chosen) => {
              setType(chosen as SubjectType);
            }}
          />
          <TextField
            label={t(type === "person" ? "keystewardPersonId" : "keystewardAlias")}
            testId="hold-subject"
            isRequired
            value={subject}
            onChange={setSubject}
            error={errorAt("/subjectId")}
          />
          <ReasonField reason={reason} onChange={setReason} error={errorAt("/reason")} />
        </>
      )}
    </FormDialog>
  );
}

interface ReleaseHoldDialogProps {
  release: (reason: string) => Promise<void>;
  onClose: () => void;
}

export function ReleaseHoldDialog({ release, onClose }: ReleaseHoldDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  return (
    <FormDialog
      title={t("keystewardReleaseHold")}
      saveTestId="confirm-release-hold"
      saveLabel={t("keystewardRelease")}
      isComplete={reason.trim() !== ""}
      pointers={["/reason"]}
      save={() => release(reason.trim())}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <p>{t("keystewardReleaseHoldHelp")}</p>
          <ReasonField reason={reason} onChange={setReason} error={errorAt("/reason")} />
        </>
      )}
    </FormDialog>
  );
}

interface EraseDialogProps {
  erase: (person: string, reason: string) => Promise<void>;
  onClose: () => void;
}

export function EraseDialog({ erase, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const [person, setPerson] = useState("");
  const [reason, setReason] = useState("");
  return (
    <FormDialog
      title={t("keystewardErasePerson")}
      saveTestId="confirm-erase-person"
      saveLabel={t("keystewardErase")}
      isDanger
      isComplete={person.trim() !== "" && reason.trim() !== ""}
      pointers={["/personId", "/reason"]}
      save={() => erase(person.trim(), reason.trim())}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <p>{t("keystewardErasePersonHelp")}</p>
          <TextField
            label={t("keystewardPersonId")}
            testId="erase-person-id"
            isRequired
            autoFocus
            value={person}
            onChange={setPerson}
            error={errorAt("/personId")}
          />
          <ReasonField reason={reason} onChange={setReason} error={errorAt("/reason")} />
        </>
      )}
    </FormDialog>
  );
}
