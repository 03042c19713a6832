import type { Api, Listing } from "../../api/Api";

export type SubjectType = "person" | "tenant";

/** What keeps records, whatever else says that their time is over. */
export interface Hold {
  readonly id: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly reason: string;
  readonly placedAt: string;
  readonly releasedAt?: string;
}

export interface Erasure {
  readonly personId: string;
  readonly erasedAt: string;
  /** What the server could not reach. */
  readonly notReached?: readonly string[];
}

export const holdsOf = (api: Api) => ({
  page: (limit: number, cursor?: string) => api.get<Listing<Hold>>(["audit-holds"], { limit, cursor }),
  place: (subjectType: SubjectType, subjectId: string, reason: string) =>
    api.post<Hold>(["audit-holds"], { subjectType, subjectId, reason }),
  release: async (id: string, reason: string) => {
    const { version } = await api.read<Hold>(["audit-holds", id]);
    return api.post<Hold>(["audit-holds", id, "release"], { reason }, version);
  },
  erase: (personId: string, reason: string) => api.post<Erasure>(["audit-erasures"], { personId, reason }),
});
