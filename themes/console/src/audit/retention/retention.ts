import type { Versioned } from "../../api/Api";
import { valueOf, type Setting } from "../../settings/settings";
import type { SettingChangeOf } from "../../settings/useSettingsDraft";
import { categories, type Category } from "../records/filters";

export type RetentionField = "days" | "minimum" | Category;

/** For how many days records are kept; undefined for the server's default. */
export type Retention = Readonly<Record<RetentionField, number | undefined>>;

export const retentionKeys: Readonly<Record<RetentionField, string>> = {
  days: "audit.retentionDays",
  minimum: "audit.minimumDays",
  authentication: "audit.retentionDaysAuthentication",
  administration: "audit.retentionDaysAdministration",
  access: "audit.retentionDaysAccess",
  data: "audit.retentionDaysData",
  security: "audit.retentionDaysSecurity",
  compliance: "audit.retentionDaysCompliance",
  system: "audit.retentionDaysSystem",
};

const fields: readonly RetentionField[] = ["days", "minimum", ...categories];

export const allRetentionKeys = fields.map((field) => retentionKeys[field]);

/** Without a number of its own, a category follows one of the two for all. */
export const followed = (category: Category): "days" | "minimum" =>
  category === "security" || category === "compliance" ? "minimum" : "days";

export function retentionIn(read: readonly Versioned<Setting>[]): Retention {
  const settings = read.map(({ value }) => value);
  const daysOf = (field: RetentionField) => {
    const days = valueOf(settings, retentionKeys[field]);
    return days === undefined ? undefined : Number(days);
  };
  return Object.fromEntries(fields.map((field) => [field, daysOf(field)])) as Record<
    RetentionField,
    number | undefined
  >;
}

export type RetentionChange = SettingChangeOf<Retention>;

/** What is to be sent: nothing of what stayed as it was. */
export const changesBetween = (before: Retention, after: Retention): RetentionChange[] =>
  fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, key: retentionKeys[field], value: after[field]?.toString() }));
