import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { RowActions, type RowAction } from "../../lists/RowActions";
import { userAddress } from "../addresses";
import { displayNameOf, type Member } from "./members";
import { roleTexts, statusTexts, typeTexts } from "./memberTexts";

export type MemberAction = "role" | "suspend" | "resume" | "transfer" | "remove";

interface MemberTableProps {
  members: readonly Member[];
  /** Absent for those who may only look. */
  onOpen?: ((action: MemberAction, member: Member) => void) | undefined;
}

export function MemberTable({ members, onOpen }: MemberTableProps) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const seesUsers = hasAccess("view-users");

  const actionsFor = (member: Member): RowAction[] => {
    if (!onOpen) {
      return [];
    }
    const action = (kind: MemberAction, title: string): RowAction => ({
      title,
      "data-testid": `${kind}-member-${member.username}`,
      onClick: () => {
        onOpen(kind, member);
      },
    });
    return [
      action("role", t("keystewardChangeRole")),
      member.status === "active" ? action("suspend", t("keystewardSuspend")) : action("resume", t("keystewardResume")),
      ...(member.role === "owner" ? [] : [action("transfer", t("keystewardTransferOwnership"))]),
      action("remove", t("remove")),
    ];
  };

  return (
    <Table variant="compact" aria-label={t("members")} data-testid="members">
      <Thead>
        <Tr>
          <Th>{t("name")}</Th>
          <Th>{t("username")}</Th>
          <Th>{t("email")}</Th>
          <Th>{t("role")}</Th>
          <Th>{t("status")}</Th>
          <Th>{t("keystewardMemberType")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {members.map((member) => (
          <Tr key={member.id} data-testid={`member-row-${member.username}`}>
            <Td dataLabel={t("name")}>
              {seesUsers ? (
                <Link to={userAddress(realm, member.id)}>{displayNameOf(member)}</Link>
              ) : (
                displayNameOf(member)
              )}
            </Td>
            <Td dataLabel={t("username")}>{member.username}</Td>
            <Td dataLabel={t("email")}>{member.email}</Td>
            <Td dataLabel={t("role")} data-testid={`member-role-${member.username}`}>
              {t(roleTexts[member.role].label)}
            </Td>
            <Td dataLabel={t("status")}>
              <Label
                color={member.status === "active" ? "green" : "orange"}
                data-testid={`member-status-${member.username}`}
              >
                {t(statusTexts[member.status])}
              </Label>
            </Td>
            <Td dataLabel={t("keystewardMemberType")}>{t(typeTexts[member.membershipType])}</Td>
            <Td isActionCell>
              <RowActions of={displayNameOf(member)} actions={actionsFor(member)} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
