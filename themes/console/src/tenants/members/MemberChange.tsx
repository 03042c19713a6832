import { useTranslation } from "react-i18next";
import type { Versioned } from "../../api/Api";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { AddMemberDialog } from "./AddMemberDialog";
import { displayNameOf, type Member, type Members } from "./members";
import { RemoveMemberDialog } from "./RemoveMemberDialog";
import { RoleDialog } from "./RoleDialog";
import { TransferDialog } from "./TransferDialog";

export type MemberDialogOpen =
  | { kind: "add" }
  | { kind: "role"; member: Versioned<Member> }
  | { kind: "suspend" | "resume" | "transfer" | "remove"; member: Member };

interface MemberChangeProps {
  dialog: MemberDialogOpen;
  alias: string;
  members: Members;
  onChanged: (notice: string) => void;
  onClose: () => void;
  onReload: (member: Member) => void;
}

/** The dialog that is open over the list of members. */
export function MemberChange({ dialog, alias, members, onChanged, onClose, onReload }: MemberChangeProps) {
  const { t } = useTranslation();
  switch (dialog.kind) {
    case "add":
      return (
        <AddMemberDialog
          add={async (username, role) => {
            await members.add(alias, username, role);
            onChanged(t("keystewardMemberAdded", { name: username }));
          }}
          onClose={onClose}
        />
      );
    case "role": {
      const { value, version } = dialog.member;
      return (
        <RoleDialog
          key={version}
          member={value}
          change={async (role) => {
            await members.changeRole(alias, value.id, role, version);
            onChanged(t("keystewardRoleChanged", { name: displayNameOf(value) }));
          }}
          onClose={onClose}
          onReload={() => {
            onReload(value);
          }}
        />
      );
    }
    case "suspend":
    case "resume": {
      const { kind, member } = dialog;
      const name = displayNameOf(member);
      const suspends = kind === "suspend";
      return (
        <ConfirmDialog
          title={t(suspends ? "keystewardSuspendMember" : "keystewardResumeMember", { name })}
          confirmLabel={t(suspends ? "keystewardSuspend" : "keystewardResume")}
          confirmTestId={`confirm-${kind}-member`}
          isDanger={suspends}
          confirm={async () => {
            await members[kind](alias, member.id);
            onChanged(t(suspends ? "keystewardMemberSuspended" : "keystewardMemberResumed", { name }));
          }}
          onClose={onClose}
        >
          {t(suspends ? "keystewardSuspendMemberHelp" : "keystewardResumeMemberHelp")}
        </ConfirmDialog>
      );
    }
    case "transfer":
      return (
        <TransferDialog
          alias={alias}
          member={dialog.member}
          members={members}
          onTransferred={() => {
            onChanged(t("keystewardOwnershipTransferred", { name: displayNameOf(dialog.member) }));
          }}
          onClose={onClose}
        />
      );
    case "remove":
      return (
        <RemoveMemberDialog
          member={dialog.member}
          remove={async (deleteUser) => {
            await members.remove(alias, dialog.member.id, deleteUser);
            onChanged(t("keystewardMemberRemoved", { name: displayNameOf(dialog.member) }));
          }}
          onClose={onClose}
        />
      );
  }
}
