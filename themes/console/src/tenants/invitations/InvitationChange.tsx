import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import type { Invitation, Invitations } from "./invitations";
import { InviteDialog } from "./InviteDialog";
import { InviteManyDialog } from "./InviteManyDialog";

export type InvitationDialogOpen = { kind: "one" | "many" } | { kind: "revoke"; invitation: Invitation };

interface InvitationChangeProps {
  dialog: InvitationDialogOpen;
  alias: string;
  invitations: Invitations;
  onChanged: (notice: string) => void;
  /** The dialog stays open, because it shows what became of each. */
  onInvitedMany: () => void;
  onClose: () => void;
}

/** The dialog that is open over the list of invitations. */
export function InvitationChange(props: InvitationChangeProps) {
  const { dialog, alias, invitations, onChanged, onInvitedMany, onClose } = props;
  const { t } = useTranslation();
  switch (dialog.kind) {
    case "one":
      return (
        <InviteDialog
          tenant={alias}
          invite={async (invitation) => {
            await invitations.invite(alias, invitation);
            onChanged(t("keystewardInvitationSent", { email: invitation.email }));
          }}
          onClose={onClose}
        />
      );
    case "many":
      return (
        <InviteManyDialog
          tenant={alias}
          inviteMany={async (many) => {
            const results = await invitations.inviteMany(alias, many);
            onInvitedMany();
            return results;
          }}
          onClose={onClose}
        />
      );
    case "revoke": {
      const { id, email } = dialog.invitation;
      return (
        <ConfirmDialog
          title={t("keystewardRevokeInvitation", { email })}
          confirmLabel={t("keystewardRevoke")}
          confirmTestId="confirm-revoke-invitation"
          isDanger
          confirm={async () => {
            await invitations.revoke(alias, id);
            onChanged(t("keystewardInvitationRevoked", { email }));
          }}
          onClose={onClose}
        >
          {t("keystewardRevokeInvitationHelp")}
        </ConfirmDialog>
      );
    }
  }
}
