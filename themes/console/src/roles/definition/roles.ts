import type { Api, Listing, Versioned } from "../../api/Api";
import type { Problem } from "../../api/Problem";
import type { Holder } from "../assignments/assignments";
import type { Place } from "../place";

// What has no value is absent from the server's answers, never null.

export type Origin = "built-in" | "realm" | "tenant";

/** The rank above is the owner's alone. */
export const highestRank = 39;

/** A role of Keycloak's own. */
export interface StockRole {
  /** The client id; absent for a role of the realm. */
  readonly client?: string;
  readonly role: string;
}

/** What a role says, apart from what it is called in the API. */
export interface RoleContent {
  readonly name: string;
  readonly description?: string;
  readonly rank: number;
  readonly grants: readonly string[];
  /** Keys of the roles whose grants it has too. */
  readonly parents: readonly string[];
  /** Of realm roles only. */
  readonly keycloakRoles?: readonly StockRole[];
}

export interface Role extends RoleContent {
  readonly key: string;
  /** Its own and those of its parents. */
  readonly effectiveGrants: readonly string[];
  readonly origin: Origin;
}

/** What somebody would gain or lose. */
export interface Change {
  readonly userId: string;
  readonly username?: string;
  /** The alias; absent where only one tenant is concerned. */
  readonly tenant?: string;
  readonly permissions: readonly string[];
}

/** What a change of a role would do. */
export interface Impact {
  readonly gains: readonly Change[];
  readonly loses: readonly Change[];
  /** How many people, those included who are not named. */
  readonly affected: number;
  readonly truncated: boolean;
}

/** As many as the server puts on one page. Nobody chooses from more. */
const all = 1000;

const pathOf = ({ path }: Place, ...more: readonly string[]) => [...path, "roles", ...more];

export const rolesOf = (api: Api) => ({
  page: (place: Place, search: string, limit: number, cursor?: string) =>
    api.get<Listing<Role>>(pathOf(place), { search, limit, cursor }),
  all: async (place: Place) => (await api.get<Listing<Role>>(pathOf(place), { limit: all })).items,
  one: (place: Place, key: string): Promise<Versioned<Role>> => api.read(pathOf(place, key)),
  create: (place: Place, key: string, content: RoleContent) => api.post<Role>(pathOf(place), { key, ...content }),
  preview: (place: Place, key: string, content: RoleContent, version: string | undefined) =>
    api.put<Impact>(pathOf(place, key), content, version, { dryRun: true }),
  change: (place: Place, key: string, content: RoleContent, version: string | undefined) =>
    api.put<Role>(pathOf(place, key), content, version),
  /** @param reassignTo the role that its holders get instead; empty for none */
  previewRemoval: (place: Place, key: string, reassignTo: string) =>
    api.remove<Impact>(pathOf(place, key), { reassignTo, dryRun: true }),
  remove: (place: Place, key: string, reassignTo: string) => api.remove(pathOf(place, key), { reassignTo }),
  holders: (tenant: string, key: string, limit: number, cursor: string | undefined) =>
    api.get<Listing<Holder>>(["tenants", tenant, "roles", key, "members"], { limit, cursor }),
});

export type Roles = ReturnType<typeof rolesOf>;

/** Owners and administrators are made by changing the role of a member. */
export const isAssignable = ({ origin, key }: Pick<Role, "origin" | "key">): boolean =>
  origin !== "built-in" || (key !== "owner" && key !== "admin");

/** Templates are changed in the realm, and what is built in nowhere. */
export const isOwn = ({ origin }: Pick<Role, "origin">, { tenant }: Place): boolean =>
  origin === (tenant === undefined ? "realm" : "tenant");

/** Whether it stays as long as it is assigned: another role can take its place. Others that inherit it hold it too. */
export const isAssigned = ({ type, members }: Pick<Problem, "type" | "members">): boolean =>
  type === "urn:keysteward:problem:role-in-use" && typeof members.assignments === "number";
