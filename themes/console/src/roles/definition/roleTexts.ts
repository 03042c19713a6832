import type { TFunction } from "i18next";
import type { Choice } from "../../forms/ChoiceField";
import { memberRoles, type MemberRole } from "../../tenants/members/members";
import { roleTexts } from "../../tenants/members/memberTexts";
import type { Origin, Role } from "./roles";

export const originTexts: Readonly<Record<Origin, string>> = {
  "built-in": "keystewardBuiltIn",
  realm: "keystewardOriginRealm",
  tenant: "keystewardOriginTenant",
};

/** What is built in is named in the reader's language. */
const builtIn = ({ key, origin }: Role): MemberRole | undefined =>
  origin === "built-in" ? memberRoles.find((role) => role === key) : undefined;

export function nameOf(role: Role, t: TFunction): string {
  const known = builtIn(role);
  return known ? t(roleTexts[known].label) : role.name;
}

export function descriptionOf(role: Role, t: TFunction): string | undefined {
  const known = builtIn(role);
  return known ? t(roleTexts[known].help) : role.description;
}

export const roleChoices = (roles: readonly Role[], t: TFunction): Choice[] =>
  roles.map((role) => ({ value: role.key, label: `${nameOf(role, t)} (${role.key})` }));

/** The name of the role with a key, as far as it is known. */
export function nameOfKey(roles: readonly Role[], key: string, t: TFunction): string {
  const role = roles.find((one) => one.key === key);
  return role ? nameOf(role, t) : key;
}
