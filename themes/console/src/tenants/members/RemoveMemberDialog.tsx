import { Checkbox } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { displayNameOf, type Member } from "./members";

interface RemoveMemberDialogProps {
  member: Member;
  remove: (deleteUser: boolean) => Promise<void>;
  onClose: () => void;
}

export function RemoveMemberDialog({ member, remove, onClose }: RemoveMemberDialogProps) {
  const { t } = useTranslation();
  const [deletesUser, setDeletesUser] = useState(false);
  const name = displayNameOf(member);
  return (
    <ConfirmDialog
      title={t("keystewardRemoveMember", { name })}
      confirmLabel={t(deletesUser ? "keystewardRemoveAndDelete" : "remove")}
      confirmTestId="confirm-remove-member"
      isDanger
      confirm={() => remove(deletesUser)}
      onClose={onClose}
    >
      <p>{t("keystewardRemoveMemberHelp")}</p>
      {/* An account that does not belong to the tenant is not the tenant's to delete. */}
      {member.membershipType === "managed" && (
        <Checkbox
          id="delete-user"
          data-testid="delete-user"
          label={t("keystewardDeleteAccount", { name: member.username })}
          description={t("keystewardDeleteAccountHelp")}
          isChecked={deletesUser}
          onChange={(_event, checked) => {
            setDeletesUser(checked);
          }}
        />
      )}
    </ConfirmDialog>
  );
}
