import type { Api, Listing } from "../../api/Api";
import type { AuditFilter, Category } from "./filters";

// What has no value is absent from the server's answers, never null.

/** A text, or what stands in for it: `shownOf` tells them apart. */
export type Value = unknown;

export interface Actor {
  readonly type?: string;
  readonly id?: string;
  readonly name?: Value;
  /** What the actor was in the tenant. */
  readonly tenantRole?: string;
  readonly client?: string;
  readonly session?: string;
  readonly ip?: Value;
  readonly userAgent?: Value;
  readonly usernameHash?: string;
}

export interface Target {
  readonly type?: string;
  readonly id?: string;
  readonly name?: Value;
}

export interface Change {
  /** A JSON pointer (RFC 6901). */
  readonly pointer?: string;
  readonly before?: Value;
  readonly after?: Value;
  /** What was there could not be read in time. */
  readonly beforeUnknown?: boolean;
}

export interface AuditRecord {
  readonly id: string;
  /** Its place in the realm's chain. */
  readonly seq: number;
  readonly hash: string;
  readonly time: string;
  readonly sealedAt: string;
  readonly category: Category;
  readonly action: string;
  /** The tenant's alias; its id where it is gone. */
  readonly tenant?: string;
  readonly tenantId?: string;
  readonly actor: Actor;
  readonly target?: Target;
  readonly outcome: { readonly success: boolean; readonly reason?: string };
  readonly changes?: readonly Change[];
  readonly details?: Readonly<Record<string, Value>>;
  readonly requestId?: string;
  /** From 0 to 1. */
  readonly risk?: number;
  readonly tags: readonly string[];
  readonly source?: string;
}

/** Something that can happen. */
export interface Action {
  readonly key: string;
  readonly category: Category;
  readonly tags: readonly string[];
  readonly description: string;
}

/** Whose records: the realm's, or those of one tenant. */
export type Place = readonly string[];

export const realmPlace: Place = ["audit"];

export const tenantPlace = (alias: string): Place => ["tenants", alias, "audit"];

export const recordsOf = (api: Api, place: Place) => ({
  page: (filter: AuditFilter, limit: number, cursor: string | undefined) =>
    api.get<Listing<AuditRecord>>(place, { ...filter, limit, cursor }),
  one: (id: string) => api.get<AuditRecord>([...place, id]),
  actions: async () => (await api.get<Listing<Action>>([...place, "actions"])).items,
  /** What happens from now on, or behind a record. Ends after some minutes. */
  stream: (filter: AuditFilter, lastEventId: string | undefined, signal: AbortSignal) =>
    api.open([...place, "stream"], { ...filter, lastEventId }, "text/event-stream", signal),
  /** The chain is the realm's, whoever's record it is. */
  proof: (id: string) => api.download([...realmPlace, id, "proof"], {}, "application/json"),
});

export type Records = ReturnType<typeof recordsOf>;
