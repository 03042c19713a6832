import type { Api, Listing } from "../../api/Api";
import { realmPlace, type Place } from "../place";

// What has no value is absent from the server's answers, never null.

export interface NewPermission {
  readonly key: string;
  readonly description: string;
  readonly group: string;
}

export interface Permission {
  readonly key: string;
  readonly description?: string;
  readonly group?: string;
  readonly origin: "built-in" | "registered";
  /** What reaches into the realm is given by no role of a tenant. */
  readonly reach: "tenant" | "realm";
}

export interface PermissionFilter {
  readonly search: string;
  readonly group: string;
}

/** What became of those that were registered. */
export interface Registration {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** As many as the server puts on one page. Nobody chooses from more. */
const all = 1000;

const pathOf = ({ path }: Place, ...more: readonly string[]) => [...path, "permissions", ...more];

export const permissionsOf = (api: Api) => ({
  page: ({ search, group }: PermissionFilter, limit: number, cursor: string | undefined) =>
    api.get<Listing<Permission>>(pathOf(realmPlace), { search, group, limit, cursor }),
  /** What the roles of a place can give. */
  all: async (place: Place) => (await api.get<Listing<Permission>>(pathOf(place), { limit: all })).items,
  register: (permissions: readonly NewPermission[]) => api.post<Registration>(pathOf(realmPlace), { permissions }),
  remove: (key: string) => api.remove(pathOf(realmPlace, key)),
});

/** The groups that a filter offers. */
export const groupsIn = (permissions: readonly Permission[]): string[] =>
  [...new Set(permissions.flatMap(({ group }) => (group ? [group] : [])))].sort();
