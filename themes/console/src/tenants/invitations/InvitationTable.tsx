import { Label, Truncate, type LabelProps } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions } from "../../lists/RowActions";
import { useTimeFormat } from "../../time/useTimeFormat";
import { roleLabel } from "../members/memberTexts";
import type { Invitation, InvitationState } from "./invitations";

export const stateTexts: Readonly<Record<InvitationState, string>> = {
  pending: "keystewardInvitationPending",
  expired: "keystewardStateExpired",
};

const mails: Readonly<Record<Invitation["mail"], { text: string; color: NonNullable<LabelProps["color"]> }>> = {
  queued: { text: "keystewardMailQueued", color: "blue" },
  sent: { text: "keystewardMailSent", color: "green" },
  failed: { text: "keystewardMailFailed", color: "red" },
};

interface InvitationTableProps {
  invitations: readonly Invitation[];
  /** Both absent for those who may only look. */
  onResend?: ((invitation: Invitation) => void) | undefined;
  onRevoke?: ((invitation: Invitation) => void) | undefined;
}

export function InvitationTable({ invitations, onResend, onRevoke }: InvitationTableProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  return (
    <Table variant="compact" aria-label={t("keystewardInvitations")} data-testid="invitations">
      <Thead>
        <Tr>
          <Th>{t("email")}</Th>
          <Th>{t("name")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("keystewardState")}</Th>
          <Th>{t("keystewardMail")}</Th>
          <Th modifier="nowrap">{t("keystewardInvitedBy")}</Th>
          <Th>{t("keystewardInvitedAt")}</Th>
          <Th>{t("keystewardExpiresAt")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {invitations.map((invitation) => (
          <Tr key={invitation.id} data-testid={`invitation-row-${invitation.email}`}>
            <Td dataLabel={t("email")}>{invitation.email}</Td>
            <Td dataLabel={t("name")}>{[invitation.firstName, invitation.lastName].filter(Boolean).join(" ")}</Td>
            <Td dataLabel={t("role")}>{roleLabel(invitation.role, t)}</Td>
            <Td dataLabel={t("keystewardState")} data-testid={`invitation-state-${invitation.email}`}>
              <Label color={invitation.state === "pending" ? "blue" : "grey"}>{t(stateTexts[invitation.state])}</Label>
            </Td>
            <Td dataLabel={t("keystewardMail")}>
              <Label color={mails[invitation.mail].color} data-testid={`invitation-mail-${invitation.email}`}>
                {t(mails[invitation.mail].text)}
              </Label>
              {invitation.mail === "failed" && onResend && (
                <div className="pf-v5-u-font-size-sm">{t("keystewardMailFailedHelp")}</div>
              )}
            </Td>
            <Td dataLabel={t("keystewardInvitedBy")}>
              {invitation.invitedBy && <Truncate content={invitation.invitedBy} />}
            </Td>
            <Td dataLabel={t("keystewardInvitedAt")}>{timeText(invitation.createdAt)}</Td>
            <Td dataLabel={t("keystewardExpiresAt")}>{timeText(invitation.expiresAt)}</Td>
            <Td isActionCell>
              {onResend && onRevoke && (
                <RowActions
                  of={invitation.email}
                  actions={[
                    {
                      title: t("keystewardResend"),
                      "data-testid": `resend-invitation-${invitation.email}`,
                      onClick: () => {
                        onResend(invitation);
                      },
                    },
                    {
                      title: t("keystewardRevoke"),
                      "data-testid": `revoke-invitation-${invitation.email}`,
                      onClick: () => {
                        onRevoke(invitation);
                      },
                    },
                  ]}
                />
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
