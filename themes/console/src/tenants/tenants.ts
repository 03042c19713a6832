import type { Api, Listing } from "../api/Api";
import type { License } from "./license/license";
import type { Limits } from "./limits/limits";

// What has no value is absent from the server's answers, never null.

export interface Deletion {
  readonly requestedAt: string;
  /** Until then it can be restored. */
  readonly finalAt: string;
}

/** Once it is final, what is left of the tenant is removed in the background. */
export const isFinal = ({ finalAt }: Deletion, now: Date): boolean => new Date(finalAt) <= now;

export interface Tenant {
  /** The organization's id. */
  readonly id: string;
  readonly alias: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly domains?: readonly { readonly name: string; readonly verified: boolean }[];
  /** Absent for those who may not see licenses. */
  readonly license?: License;
  /** Absent unless it has been deleted. */
  readonly deletion?: Deletion;
}

export interface NewTenant {
  readonly alias: string;
  readonly name: string;
  readonly plan?: string;
  readonly limits?: Limits;
  readonly startsAt?: string;
  readonly expiresAt?: string;
  readonly domains?: readonly string[];
  /** Is invited to be the first owner. */
  readonly owner?: { readonly email: string; readonly firstName?: string; readonly lastName?: string };
}

/** What goes with a tenant. */
export interface DeletionPreview {
  readonly alias: string;
  readonly members: number;
  /** Of the members, those whose accounts belong to the tenant: these are deleted too. */
  readonly managedUsers: number;
  readonly invitations: number;
  readonly domains: readonly string[];
  readonly identityProviders: readonly string[];
  /** Why it cannot be deleted now. */
  readonly holds: readonly string[];
  readonly finalAt: string;
}

export const tenantsOf = (api: Api) => ({
  page: (search: string, limit: number, cursor: string | undefined) =>
    api.get<Listing<Tenant>>(["tenants"], { search, limit, cursor }),
  one: (alias: string) => api.get<Tenant>(["tenants", alias]),
  create: (tenant: NewTenant) => api.post<Tenant>(["tenants"], tenant),
  previewDeletion: (alias: string) => api.remove<DeletionPreview>(["tenants", alias], { dryRun: true }),
  remove: (alias: string, confirm: string, now: boolean) =>
    api.remove<Tenant>(["tenants", alias], { confirm, ...(now && { now }) }),
  restore: (alias: string) => api.post<Tenant>(["tenants", alias, "restore"]),
});

export type Tenants = ReturnType<typeof tenantsOf>;
