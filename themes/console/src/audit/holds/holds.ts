import type { Api, Listing } from "../../api/Api";

export type SubjectType = "person" | "tenant";

/** What is kept, whatever retention, licenses and erasures say. */
export interface Hold {
  readonly id: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  /** The alias of a tenant, while there is one. */
  readonly tenant?: string;
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: string;
  readonly releasedBy?: string;
  /** Absent while it holds. */
  readonly releasedAt?: string;
}

export interface NewHold {
  readonly subjectType: SubjectType;
  /** A user's id, or a tenant's alias. */
  readonly subjectId: string;
  readonly reason: string;
}

/** A person of whom the trail knows an id only. */
export interface Erasure {
  readonly personId: string;
  readonly erasedAt: string;
}

export interface ErasureOutcome extends Erasure {
  /** Where more of the person may be: sentences for people. */
  readonly notReached: readonly string[];
}

const holds = ["audit-holds"];
const erasures = ["audit-erasures"];

export const holdsOf = (api: Api) => ({
  page: (limit: number, cursor: string | undefined) => api.get<Listing<Hold>>(holds, { limit, cursor }),
  one: (id: string) => api.read<Hold>([...holds, id]),
  place: (hold: NewHold) => api.post<Hold>(holds, hold),
  release: (id: string, reason: string, version: string | undefined) =>
    api.post<Hold>([...holds, id, "release"], { reason }, version),
});

export const erasuresOf = (api: Api) => ({
  page: (limit: number, cursor: string | undefined) => api.get<Listing<Erasure>>(erasures, { limit, cursor }),
  erase: (personId: string, reason: string) => api.post<ErasureOutcome>(erasures, { personId, reason }),
});
