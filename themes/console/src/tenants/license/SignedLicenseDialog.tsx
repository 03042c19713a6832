import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { TextAreaField } from "../../forms/TextAreaField";

interface SignedLicenseDialogProps {
  tenantName: string;
  install: (token: string) => Promise<void>;
  onClose: () => void;
}

export function SignedLicenseDialog({ tenantName, install, onClose }: SignedLicenseDialogProps) {
  const { t } = useTranslation();
  const [pasted, setPasted] = useState("");
  // Mail programs break long lines; a token has no blanks of its own.
  const token = pasted.replace(/\s+/g, "");

  return (
    <FormDialog
      title={t("keystewardInstallSignedFor", { name: tenantName })}
      saveTestId="save-signed-license"
      saveLabel={t("keystewardInstallSigned")}
      size="medium"
      isComplete={token !== ""}
      pointers={["/token"]}
      save={() => install(token)}
      onClose={onClose}
    >
      {(errorAt) => (
        <TextAreaField
          label={t("keystewardSignedLicense")}
          testId="signed-license"
          isRequired
          autoFocus
          isCode
          rows={8}
          value={pasted}
          onChange={setPasted}
          help={t("keystewardSignedLicenseHelp")}
          error={errorAt("/token")}
        />
      )}
    </FormDialog>
  );
}
