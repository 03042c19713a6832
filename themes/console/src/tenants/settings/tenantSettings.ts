import type { Versioned } from "../../api/Api";
import { deletionDaysKey, personalPlanKey, signedLicensesOnlyKey, valueOf, type Setting } from "./settings";

export const tenantSettingKeys = [personalPlanKey, signedLicensesOnlyKey, deletionDaysKey];

/** What the form shows. */
export interface TenantSettings {
  /** A plan's key; empty for none. */
  readonly personalPlan: string;
  readonly signedOnly: boolean;
  /** Undefined for the server's default. */
  readonly deletionDays: number | undefined;
}

export function tenantSettingsIn(read: readonly Versioned<Setting>[]): TenantSettings {
  const settings = read.map(({ value }) => value);
  const days = valueOf(settings, deletionDaysKey);
  return {
    personalPlan: valueOf(settings, personalPlanKey) ?? "",
    signedOnly: valueOf(settings, signedLicensesOnlyKey) === "true",
    deletionDays: days === undefined ? undefined : Number(days),
  };
}

export interface SettingChange {
  readonly field: keyof TenantSettings;
  readonly key: string;
  /** Undefined for the server's default. */
  readonly value: string | undefined;
}

/** What is to be sent: nothing of what stayed as it was. */
export function changesBetween(before: TenantSettings, after: TenantSettings): SettingChange[] {
  const all: SettingChange[] = [
    { field: "personalPlan", key: personalPlanKey, value: after.personalPlan === "" ? undefined : after.personalPlan },
    { field: "signedOnly", key: signedLicensesOnlyKey, value: String(after.signedOnly) },
    { field: "deletionDays", key: deletionDaysKey, value: after.deletionDays?.toString() },
  ];
  return all.filter(({ field }) => before[field] !== after[field]);
}
