import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { TextField } from "../../forms/TextField";
import type { MemberRole } from "./members";
import { RoleField } from "./RoleField";

interface AddMemberDialogProps {
  add: (username: string, role: MemberRole) => Promise<void>;
  onClose: () => void;
}

export function AddMemberDialog({ add, onClose }: AddMemberDialogProps) {
  const { t } = useTranslation();
  const [username, setUsername] = useState("");
  const [role, setRole] = useState<MemberRole>("member");
  return (
    <FormDialog
      title={t("keystewardAddMember")}
      saveTestId="save-member"
      saveLabel={t("add")}
      isComplete={username.trim() !== ""}
      pointers={["/username", "/role"]}
      save={() => add(username.trim(), role)}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <TextField
            label={t("username")}
            testId="member-username"
            isRequired
            autoFocus
            value={username}
            onChange={setUsername}
            help={t("keystewardAddMemberHelp")}
            error={errorAt("/username")}
          />
          <RoleField testId="member-role" value={role} onChange={setRole} error={errorAt("/role")} />
        </>
      )}
    </FormDialog>
  );
}
