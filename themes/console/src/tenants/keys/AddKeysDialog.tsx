import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../api/Problem";
import { FormDialog } from "../../forms/FormDialog";
import { TextAreaField } from "../../forms/TextAreaField";
import { keysIn } from "./jwks";
import type { Jwk } from "./licenseKeys";

interface AddKeysDialogProps {
  add: (keys: readonly Jwk[]) => Promise<void>;
  onClose: () => void;
}

export function AddKeysDialog({ add, onClose }: AddKeysDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");

  const save = async () => {
    const read = keysIn(text);
    if ("fault" in read) {
      const detail = t(read.fault);
      throw new Problem(detail, { errors: [{ pointer: "/keys", detail }] });
    }
    await add(read.keys);
  };
  return (
    <FormDialog
      title={t("keystewardAddLicenseKeys")}
      saveTestId="save-license-keys"
      saveLabel={t("add")}
      size="medium"
      isComplete={text.trim() !== ""}
      pointers={["/keys"]}
      save={save}
      onClose={onClose}
    >
      {(errorAt) => (
        <TextAreaField
          label={t("keystewardKeySet")}
          testId="license-keys-jwks"
          isRequired
          autoFocus
          isCode
          rows={10}
          value={text}
          onChange={setText}
          help={t("keystewardKeySetHelp")}
          error={errorAt("/keys")}
        />
      )}
    </FormDialog>
  );
}
