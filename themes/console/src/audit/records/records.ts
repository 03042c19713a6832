import type { Api, Listing, Path } from "../../api/Api";

/** A value that says who somebody is: as it was, or that it was erased. */
export type Shown = unknown;

export interface Change {
  readonly pointer: string;
  readonly before?: Shown;
  readonly after?: Shown;
  readonly beforeUnknown?: boolean;
}

/** What happened, as the server shows it. */
export interface AuditRecord {
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
  readonly time: string;
  readonly sealedAt: string;
  readonly category: string;
  readonly action: string;
  readonly tenant?: string;
  readonly tenantId?: string;
  readonly actor: {
    readonly type?: string;
    readonly id?: string;
    readonly name?: Shown;
    readonly tenantRole?: string;
    readonly client?: string;
    readonly session?: string;
    readonly ip?: Shown;
    readonly userAgent?: Shown;
    readonly usernameHash?: string;
  };
  readonly target?: { readonly type?: string; readonly id?: string; readonly name?: Shown };
  readonly outcome: { readonly success: boolean; readonly reason?: string };
  readonly changes?: readonly Change[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
  readonly tags: readonly string[];
  readonly source?: string;
}

/** Something that can happen. */
export interface Action {
  readonly key: string;
  readonly category: string;
  readonly description: string;
}

/** @param tenant whose records; all of the realm where absent */
export const recordsOf = (api: Api) => {
  const at = (tenant: string | undefined, ...rest: string[]): Path =>
    tenant === undefined ? ["audit", ...rest] : ["tenants", tenant, "audit", ...rest];
  return {
    page: (tenant: string | undefined, filter: Readonly<Record<string, string>>, limit: number, cursor?: string) =>
      api.get<Listing<AuditRecord>>(at(tenant), { ...filter, limit, cursor }),
    actions: async (tenant: string | undefined) => (await api.get<Listing<Action>>(at(tenant, "actions"))).items,
    proof: (id: string) => api.download(["audit", id, "proof"], {}, "application/json"),
  };
};
