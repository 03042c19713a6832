import type { Api, Versioned } from "../../api/Api";
import type { Features, Rollouts } from "../features/features";
import type { LimitKey, Limits } from "../limits/limits";
import type { Use } from "../limits/use";
import type { OnExpiry } from "../plans/plans";

export type LicenseState = "trial" | "active" | "grace" | "expired" | "suspended";

export type LicenseSource = "administrator" | "signed" | "default";

export interface License {
  /** Absent when none was chosen and the realm has no default. */
  readonly plan?: string;
  /** `default` when nobody has chosen a plan and the realm's default holds. */
  readonly source: LicenseSource;
  readonly state: LicenseState;
  readonly limits: Limits;
  /** The limits that this license sets against its plan's. */
  readonly overrides: Limits;
  readonly features: Features;
  readonly featureOverrides: Features;
  readonly rolloutOverrides: Rollouts;
  readonly startsAt?: string;
  readonly expiresAt?: string;
  readonly graceDays: number;
  readonly graceEndsAt?: string;
  readonly onExpiry: OnExpiry;
  /** Absent while it is in force. */
  readonly suspension?: { readonly since: string; readonly reason: string };
  readonly seats: Use;
  /** Absent in lists. */
  readonly use?: Readonly<Partial<Record<LimitKey, Use>>>;
  /** Of the signed license that it comes from. */
  readonly signedId?: string;
  readonly updatedAt?: string;
}

/** A license to give. What is left out is as the plan says. */
export interface LicenseGrant {
  /** Absent to hand the choice back to the realm's default. */
  readonly plan?: string;
  readonly limits: Limits;
  readonly features: Features;
  readonly rollouts: Rollouts;
  readonly startsAt?: string;
  readonly expiresAt?: string;
  readonly graceDays?: number;
}

const path = (alias: string, ...more: string[]) => ["tenants", alias, "license", ...more];

export const licensesOf = (api: Api) => ({
  one: (alias: string): Promise<Versioned<License>> => api.read(path(alias)),
  give: (alias: string, grant: LicenseGrant, version: string | undefined) =>
    api.put<License>(path(alias), grant, version),
  suspend: (alias: string, reason: string, version: string | undefined) =>
    api.post<License>(path(alias, "suspend"), { reason }, version),
  resume: (alias: string, version: string | undefined) => api.post<License>(path(alias, "resume"), undefined, version),
  install: (alias: string, token: string) => api.put<License>(path(alias, "signed"), { token }),
});

export type Licenses = ReturnType<typeof licensesOf>;
