import type { Api, Listing } from "../../api/Api";

export interface Domain {
  readonly name: string;
  readonly verified: boolean;
  readonly verifiedAt?: string;
  readonly verifiedBy?: "dns" | "administrator";
  readonly createdAt?: string;
  /** The record that proves whose the domain is; absent once that is proven. */
  readonly challenge?: { readonly type: string; readonly name: string; readonly value: string };
}

const path = (alias: string, ...more: string[]) => ["tenants", alias, "domains", ...more];

export const domainsOf = (api: Api) => ({
  all: async (alias: string) => (await api.get<Listing<Domain>>(path(alias))).items,
  claim: (alias: string, name: string) => api.post<Domain>(path(alias), { name }),
  verify: (alias: string, name: string) => api.post<Domain>(path(alias, name, "verify")),
  approve: (alias: string, name: string) => api.post<Domain>(path(alias, name, "approve")),
  remove: (alias: string, name: string) => api.remove(path(alias, name)),
});

export type Domains = ReturnType<typeof domainsOf>;
