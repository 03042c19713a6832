import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { displayNameOf, type Member, type MemberRole } from "./members";
import { RoleField } from "./RoleField";

interface RoleDialogProps {
  member: Member;
  change: (role: MemberRole) => Promise<void>;
  onClose: () => void;
  onReload: () => void;
}

export function RoleDialog({ member, change, onClose, onReload }: RoleDialogProps) {
  const { t } = useTranslation();
  const [role, setRole] = useState(member.role);
  return (
    <FormDialog
      title={t("keystewardRoleOf", { name: displayNameOf(member) })}
      saveTestId="save-role"
      isComplete={role !== member.role}
      pointers={["/role"]}
      save={() => change(role)}
      onClose={onClose}
      onReload={onReload}
    >
      {(errorAt) => <RoleField testId="member-role" value={role} onChange={setRole} error={errorAt("/role")} />}
    </FormDialog>
  );
}
