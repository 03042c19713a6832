import type { Api, Listing, Versioned } from "../../api/Api";

/** Values by the feature's key: a boolean, a number, a text or an object each. */
export type Features = Readonly<Record<string, unknown>>;

/** To whom a feature is given, and when. */
export interface Rollout {
  /** Of tenants or members; everyone where absent. */
  readonly percentage?: number;
  readonly by?: RolloutBy;
  /** ISO 8601. */
  readonly from?: string;
  readonly until?: string;
  /** The value of everyone else; absent for none. */
  readonly otherwise?: unknown;
}

export type RolloutBy = "tenant" | "member";

export type Rollouts = Readonly<Record<string, Rollout>>;

/** What holds for a tenant. */
export interface Feature {
  readonly key: string;
  readonly value: unknown;
  readonly source: "plan" | "override";
  readonly rollout?: Rollout;
}

export interface FeatureChange {
  readonly value: unknown;
  readonly rollout?: Rollout;
}

export const featuresOf = (api: Api) => ({
  /** Their version is that of the tenant's license, which they are a part of. */
  all: (alias: string): Promise<Versioned<Listing<Feature>>> => api.read(["tenants", alias, "features"]),
  override: (alias: string, key: string, change: FeatureChange, version: string | undefined) =>
    api.put<Feature>(["tenants", alias, "features", key], change, version),
  backToPlan: (alias: string, key: string, version: string | undefined) =>
    api.remove(["tenants", alias, "features", key], {}, version),
});
