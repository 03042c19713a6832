import { Problem } from "../../api/Problem";
import type { Member, Members } from "../../tenants/members/members";

/** As many as one search for a whole username could find beside it. */
const foundAtMost = 100;

/** The member whom the text means: by username, mail address or id, whatever the case. */
export function memberMeant(members: readonly Member[], text: string): Member | undefined {
  const meant = text.trim().toLowerCase();
  const by = (name: (member: Member) => string | undefined) =>
    members.find((member) => name(member)?.toLowerCase() === meant);
  return by(({ username }) => username) ?? by(({ email }) => email) ?? by(({ id }) => id);
}

/** The id of the member whom the text means; undefined where there is none. */
export async function memberIdOf(members: Members, tenant: string, text: string): Promise<string | undefined> {
  const { items } = await members.page(tenant, { search: text.trim() }, foundAtMost);
  return memberMeant(items, text)?.id;
}

/**
 * The same, for a form.
 *
 * @param pointer where it is shown that there is no such member
 * @param detail says so
 */
export async function requireMember(members: Members, tenant: string, text: string, pointer: string, detail: string) {
  const id = await memberIdOf(members, tenant, text);
  if (id === undefined) {
    throw new Problem(detail, { errors: [{ pointer, detail }] });
  }
  return id;
}
