import type { Api, Listing, Query, Versioned } from "../../api/Api";

export const memberRoles = ["owner", "admin", "member", "viewer"] as const;
export type MemberRole = (typeof memberRoles)[number];

export const memberStatuses = ["active", "suspended"] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** A managed member was brought by an identity provider of the tenant, which the account belongs to. */
export const memberTypes = ["managed", "unmanaged"] as const;
export type MemberType = (typeof memberTypes)[number];

export interface Member {
  /** The user's. */
  readonly id: string;
  readonly username: string;
  readonly email?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly role: MemberRole;
  readonly status: MemberStatus;
  readonly membershipType: MemberType;
}

export interface MemberFilter extends Query {
  readonly search: string;
  readonly role: string;
  readonly status: string;
  readonly membershipType: string;
}

const path = (alias: string, ...more: string[]) => ["tenants", alias, "members", ...more];

export const membersOf = (api: Api) => ({
  page: (alias: string, filter: Partial<MemberFilter>, limit: number, cursor?: string) =>
    api.get<Listing<Member>>(path(alias), { ...filter, limit, cursor }),
  one: (alias: string, id: string): Promise<Versioned<Member>> => api.read(path(alias, id)),
  add: (alias: string, username: string, role: MemberRole) => api.post<Member>(path(alias), { username, role }),
  changeRole: (alias: string, id: string, role: MemberRole, version: string | undefined) =>
    api.put<Member>(path(alias, id), { role }, version),
  suspend: (alias: string, id: string) => api.post<Member>(path(alias, id, "suspend")),
  resume: (alias: string, id: string) => api.post<Member>(path(alias, id, "resume")),
  remove: (alias: string, id: string, deleteUser: boolean) => api.remove(path(alias, id), { deleteUser }),
  /** @param from the owner who becomes an admin */
  transferOwnership: (alias: string, id: string, from: string) =>
    api.post<Member>(path(alias, id, "transfer-ownership"), { from }),
});

export type Members = ReturnType<typeof membersOf>;

/** First and last name where they are known, else what the user signs in with. */
export function displayNameOf({ firstName, lastName, username }: Pick<Member, "firstName" | "lastName" | "username">) {
  const name = [firstName, lastName].filter(Boolean).join(" ");
  return name === "" ? username : name;
}
