import type { Api, Listing, Versioned } from "../../api/Api";

export interface Setting {
  readonly key: string;
  /** Absent where none holds. */
  readonly value?: string;
  readonly defaultValue?: string;
}

export const defaultPlanKey = "tenants.defaultPlan";
export const personalPlanKey = "tenants.personalPlan";
export const signedLicensesOnlyKey = "tenants.signedLicensesOnly";
export const deletionDaysKey = "tenants.deletionDays";

export const settingsOf = (api: Api) => ({
  all: async () => (await api.get<Listing<Setting>>(["settings"])).items,
  one: (key: string): Promise<Versioned<Setting>> => api.read(["settings", key]),
  /** @param value undefined for the server's default */
  set: (key: string, value: string | undefined, version?: string) =>
    api.put<Setting>(["settings", key], { value }, version),
});

export type Settings = ReturnType<typeof settingsOf>;

/** What holds, the server's default where nobody has set anything. */
export const valueOf = (settings: readonly Setting[], key: string): string | undefined =>
  settings.find((setting) => setting.key === key)?.value;
