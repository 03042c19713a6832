import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { TextField } from "../../forms/TextField";

interface ClaimDialogProps {
  claim: (name: string) => Promise<void>;
  onClose: () => void;
}

export function ClaimDialog({ claim, onClose }: ClaimDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  return (
    <FormDialog
      title={t("keystewardClaimDomain")}
      saveTestId="save-domain"
      isComplete={name.trim() !== ""}
      pointers={["/name"]}
      save={() => claim(name.trim().toLowerCase())}
      onClose={onClose}
    >
      {(errorAt) => (
        <TextField
          label={t("keystewardDomain")}
          testId="domain-name"
          isRequired
          autoFocus
          value={name}
          onChange={setName}
          placeholder="acme.example"
          help={t("keystewardClaimDomainHelp")}
          error={errorAt("/name")}
        />
      )}
    </FormDialog>
  );
}
