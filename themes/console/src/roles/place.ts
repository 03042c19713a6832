import type { Path } from "../api/Api";

/** Where roles are kept: in the realm, as templates in every tenant, or in one tenant. */
export interface Place {
  readonly path: Path;
  /** The tenant's alias; absent in the realm. */
  readonly tenant?: string;
}

export const realmPlace: Place = { path: [] };

export const tenantPlace = (alias: string): Place => ({ path: ["tenants", alias], tenant: alias });
