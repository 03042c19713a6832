import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/Problem";
import { FormDialog } from "../../forms/FormDialog";
import { SuggestedTextField } from "../../forms/SuggestedTextField";
import { TextAreaField } from "../../forms/TextAreaField";
import { namingLines } from "../../forms/lines";
import type { NewPermission } from "./permissions";
import { mostPermissions, permissionsIn } from "./registration";

interface RegisterDialogProps {
  groups: readonly string[];
  register: (permissions: readonly NewPermission[]) => Promise<void>;
  onClose: () => void;
}

/** One permission or many of a group. */
export function RegisterDialog({ groups, register, onClose }: RegisterDialogProps) {
  const { t } = useTranslation();
  const [group, setGroup] = useState("");
  const [text, setText] = useState("");
  const permissions = permissionsIn(text, group);
  const tooMany = permissions.length > mostPermissions;

  const save = async () => {
    try {
      await register(permissions);
    } catch (cause) {
      throw namingLines(
        asProblem(cause),
        "/permissions",
        permissions.map(({ key }) => key),
      );
    }
  };
  return (
    <FormDialog
      title={t("keystewardRegisterPermissions")}
      saveTestId="save-permissions"
      saveLabel={t("keystewardRegister")}
      size="medium"
      isComplete={permissions.length > 0 && !tooMany}
      pointers={["/permissions"]}
      save={save}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <SuggestedTextField
            label={t("group")}
            testId="permission-group"
            autoFocus
            value={group}
            suggestions={groups.map((value) => ({ value }))}
            onChange={setGroup}
            help={t("keystewardPermissionGroupHelp")}
          />
          <TextAreaField
            label={t("keystewardPermissionLines")}
            testId="permission-lines"
            isRequired
            isCode
            rows={8}
            value={text}
            onChange={setText}
            placeholder={t("keystewardPermissionLinesExample")}
            help={t("keystewardPermissionLinesHelp")}
            error={tooMany ? t("keystewardPermissionsTooMany", { most: mostPermissions }) : errorAt("/permissions")}
          />
        </>
      )}
    </FormDialog>
  );
}
