import type { Api, Listing, Versioned } from "../../api/Api";
import { Problem } from "../../api/Problem";
import { linesIn } from "../../forms/lines";
import type { Health } from "../health/health";
import type { Place } from "../place";
import type { IssuedToken, NewToken, Token } from "../tokens/tokens";

// What has no value is absent from the server's answers, never null.

export interface ConnectionContent {
  readonly name: string;
  /** Whether attributes of no schema are refused, and not only reported. */
  readonly strict: boolean;
  /** Addresses and ranges that calls may come from; anywhere where there are none. */
  readonly allowedAddresses: readonly string[];
}

/** A source that provisions users and groups. */
export interface Connection extends ConnectionContent {
  readonly id: string;
  /** What the source is given as the address of the SCIM server. */
  readonly baseUrl: string;
  readonly tokens: readonly Token[];
  readonly createdAt: string;
  readonly createdBy?: string;
  /** To the hour; absent where it was never used. */
  readonly lastUsedAt?: string;
}

/** A connection that was removed. What it made can still be taken over. */
export interface FormerConnection {
  readonly id: string;
  /** Absent where it was removed before names were kept. */
  readonly name?: string;
  readonly removedAt: string;
}

/** How much a connection took over from another one. */
export interface Adopted {
  readonly users: number;
  readonly groups: number;
  readonly externalIds: number;
}

/** What a connection can take over from. */
export interface AdoptableConnections {
  /** The others that are there. */
  readonly others: readonly Connection[];
  /** Newest first. */
  readonly removed: readonly FormerConnection[];
}

const pathOf = ({ path }: Place, ...more: readonly string[]) => [...path, "scim-connections", ...more];

export const connectionsOf = (api: Api) => ({
  all: async (place: Place) => (await api.get<Listing<Connection>>(pathOf(place))).items,
  one: (place: Place, id: string): Promise<Versioned<Connection>> => api.read(pathOf(place, id)),
  create: (place: Place, content: ConnectionContent) => api.post<Connection>(pathOf(place), content),
  change: (place: Place, id: string, content: ConnectionContent, version: string | undefined) =>
    api.put<Connection>(pathOf(place, id), content, version),
  /** @param keepRoles whether the roles that its groups gave stay */
  remove: (place: Place, id: string, keepRoles: boolean, version: string | undefined) =>
    api.remove(pathOf(place, id), keepRoles ? { keepRoles } : {}, version),
  /** All but the connection itself. */
  adoptable: async (place: Place, id: string): Promise<AdoptableConnections> => {
    const [present, removed] = await Promise.all([
      api.get<Listing<Connection>>(pathOf(place)),
      api.get<Listing<FormerConnection>>(pathOf(place, "removed")),
    ]);
    return { others: present.items.filter((other) => other.id !== id), removed: removed.items };
  },
  /** @param from the id of the other connection, be it there or removed */
  adopt: (place: Place, id: string, from: string) => api.post<Adopted>(pathOf(place, id, "adopt"), { from }),
  issue: (place: Place, id: string, token: NewToken) => api.post<IssuedToken>(pathOf(place, id, "tokens"), token),
  revoke: (place: Place, id: string, token: string) => api.remove(pathOf(place, id, "tokens", token)),
  /** Null where the server does not look after it. */
  health: async (place: Place, id: string): Promise<Health | null> => {
    try {
      return await api.get<Health>(pathOf(place, id, "health"));
    } catch (cause) {
      if (cause instanceof Problem && cause.status === 404) {
        return null;
      }
      throw cause;
    }
  },
});

export type ConnectionResources = ReturnType<typeof connectionsOf>;

/** A connection while it is being made or changed: addresses as they are typed, one a line. */
export interface ConnectionDraft {
  readonly name: string;
  readonly strict: boolean;
  readonly addresses: string;
}

export const draftOf = (connection: ConnectionContent | undefined): ConnectionDraft => ({
  name: connection?.name ?? "",
  strict: connection?.strict ?? false,
  addresses: connection?.allowedAddresses.join("\n") ?? "",
});

export const contentOf = ({ name, strict, addresses }: ConnectionDraft): ConnectionContent => ({
  name: name.trim(),
  strict,
  allowedAddresses: linesIn(addresses),
});
