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
