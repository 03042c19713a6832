import { useMemo } from "react";
import { useApi, type Api, type Listing, type Versioned } from "../api/Api";

// What has no value is absent from the server's answers, never null.

/** Limits that a plan or a license sets; without one, there is none. */
export interface Limits {
  readonly seats?: number | undefined;
  readonly [limit: string]: number | undefined;
}

type Features = Readonly<Record<string, unknown>>;

export interface Plan {
  readonly key: string;
  readonly name: string;
  readonly limits: Limits;
  readonly features: Features;
}

export interface Seats {
  readonly used: number;
  /** Absent for any number. */
  readonly limit?: number;
  readonly overLimit: boolean;
}

export interface License {
  /** Absent when none was chosen and the realm has no default. */
  readonly plan?: string;
  /** `default` when nobody has chosen a plan and the realm's default holds. */
  readonly source: "administrator" | "default";
  readonly limits: Limits;
  /** The limits that this license sets against its plan's. */
  readonly overrides: Limits;
  readonly features: Features;
  readonly seats: Seats;
}

export interface Tenant {
  /** The organization's id. */
  readonly id: string;
  readonly alias: string;
  readonly name: string;
  readonly enabled: boolean;
  /** Absent for those who may not see licenses. */
  readonly license?: License;
}

export interface NewTenant {
  readonly alias: string;
  readonly name: string;
  readonly plan?: string;
  readonly domains?: readonly string[];
  readonly limits?: Limits;
}

export interface LicenseChange {
  /** Absent to hand the choice back to the realm's default. */
  readonly plan?: string;
  readonly limits: Limits;
}

interface Setting {
  readonly value?: string;
}

const defaultPlanSetting = ["settings", "tenants.defaultPlan"];

/** As many as the server puts on one page. A realm has a handful of plans. */
const allPlans = 1000;

/** The administration resources of the tenants capability. */
export const tenantsOf = (api: Api) => ({
  page: (search: string, limit: number, cursor: string | undefined) =>
    api.get<Listing<Tenant>>(["tenants"], { search, limit, cursor }),
  create: (tenant: NewTenant) => api.post<Tenant>(["tenants"], tenant),

  license: (alias: string): Promise<Versioned<License>> => api.read(["tenants", alias, "license"]),
  changeLicense: (alias: string, change: LicenseChange, version: string | undefined) =>
    api.put<License>(["tenants", alias, "license"], change, version),

  plans: async () => (await api.get<Listing<Plan>>(["plans"], { limit: allPlans })).items,
  plan: (key: string): Promise<Versioned<Plan>> => api.read(["plans", key]),
  createPlan: (plan: Plan) => api.post<Plan>(["plans"], plan),
  changePlan: ({ key, name, limits, features }: Plan, version: string | undefined) =>
    api.put<Plan>(["plans", key], { name, limits, features }, version),
  deletePlan: (key: string) => api.remove(["plans", key]),

  /** The key of the plan that tenants without one of their own have; absent for none. */
  defaultPlan: async () => (await api.get<Setting>(defaultPlanSetting)).value,
  chooseDefaultPlan: (key: string | undefined) => api.put<Setting>(defaultPlanSetting, { value: key }),
});

export type Tenants = ReturnType<typeof tenantsOf>;

export function useTenants(): Tenants {
  const api = useApi();
  return useMemo(() => tenantsOf(api), [api]);
}
