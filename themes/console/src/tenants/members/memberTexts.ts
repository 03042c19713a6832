import type { TFunction } from "i18next";
import type { Choice } from "../../forms/ChoiceField";
import { memberRoles, type MemberRole, type MemberStatus, type MemberType } from "./members";

interface Texts {
  readonly label: string;
  readonly help: string;
}

export const roleTexts: Readonly<Record<MemberRole, Texts>> = {
  owner: { label: "keystewardRoleOwner", help: "keystewardRoleOwnerHelp" },
  admin: { label: "keystewardRoleAdmin", help: "keystewardRoleAdminHelp" },
  member: { label: "keystewardRoleMember", help: "keystewardRoleMemberHelp" },
  viewer: { label: "keystewardRoleViewer", help: "keystewardRoleViewerHelp" },
};

/** What a membership is called; a role that the tenant composed has its key. */
export function roleLabel(key: string, t: TFunction): string {
  const role = memberRoles.find((one) => one === key);
  return role ? t(roleTexts[role].label) : key;
}

export const statusTexts: Readonly<Record<MemberStatus, string>> = {
  active: "keystewardStateActive",
  suspended: "keystewardStateSuspended",
};

export const typeTexts: Readonly<Record<MemberType, string>> = {
  managed: "keystewardMemberManaged",
  unmanaged: "keystewardMemberUnmanaged",
};

export const roleChoices = (t: TFunction): Choice[] =>
  memberRoles.map((role) => ({ value: role, label: t(roleTexts[role].label) }));
