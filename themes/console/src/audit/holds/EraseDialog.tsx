import { Alert, Checkbox, List, ListItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { TextAreaField } from "../../forms/TextAreaField";
import { TextField } from "../../forms/TextField";

interface EraseDialogProps {
  erase: (personId: string, reason: string) => Promise<void>;
  onClose: () => void;
}

export function EraseDialog({ erase, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const [personId, setPersonId] = useState("");
  const [reason, setReason] = useState("");
  const [isSure, setIsSure] = useState(false);

  return (
    <FormDialog
      title={t("keystewardAuditErase")}
      size="medium"
      saveTestId="confirm-erase-person"
      saveLabel={t("keystewardAuditEraseForGood")}
      isDanger
      isComplete={isSure && personId.trim() !== "" && reason.trim() !== ""}
      pointers={["/personId", "/reason"]}
      save={() => erase(personId.trim(), reason.trim())}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <Alert isInline variant="danger" component="h2" title={t("keystewardAuditEraseUndone")}>
            <p>{t("keystewardAuditEraseHelp")}</p>
            <p className="pf-v5-u-mt-sm">{t("keystewardAuditNotReached")}</p>
            <List>
              <ListItem>{t("keystewardAuditNotReachedDelivered")}</ListItem>
              <ListItem>{t("keystewardAuditNotReachedExports")}</ListItem>
              <ListItem>{t("keystewardAuditNotReachedBackups")}</ListItem>
              <ListItem>{t("keystewardAuditNotReachedAccount")}</ListItem>
            </List>
          </Alert>
          <TextField
            label={t("keystewardAuditPersonId")}
            testId="erase-person-id"
            isRequired
            value={personId}
            onChange={(changed) => {
              setPersonId(changed);
              // What was confirmed was somebody else.
              setIsSure(false);
            }}
            help={t("keystewardAuditPersonIdHelp")}
            error={errorAt("/personId")}
          />
          <TextAreaField
            label={t("keystewardAuditReason")}
            testId="erase-reason"
            isRequired
            rows={3}
            value={reason}
            onChange={setReason}
            help={t("keystewardAuditReasonHelp")}
            error={errorAt("/reason")}
          />
          <Checkbox
            id="keysteward-audit-erase-sure"
            data-testid="erase-sure"
            label={t("keystewardAuditEraseSure")}
            isChecked={isSure}
            onChange={(_event, checked) => {
              setIsSure(checked);
            }}
          />
        </>
      )}
    </FormDialog>
  );
}
