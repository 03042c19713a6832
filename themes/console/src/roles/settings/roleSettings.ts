import { valueOf, type Setting } from "../../settings/settings";
import type { SettingChangeOf } from "../../settings/useSettingsDraft";

export const openCatalogueKey = "roles.openCatalogue";

/** What the form shows. */
export interface RoleSettings {
  /** Roles may give what nobody has registered. */
  readonly openCatalogue: boolean;
}

export const roleSettingsIn = (setting: Setting): RoleSettings => ({
  openCatalogue: valueOf([setting], openCatalogueKey) === "true",
});

export type RoleSettingChange = SettingChangeOf<RoleSettings>;

export const changesBetween = (before: RoleSettings, after: RoleSettings): RoleSettingChange[] =>
  before.openCatalogue === after.openCatalogue
    ? []
    : [{ field: "openCatalogue", key: openCatalogueKey, value: String(after.openCatalogue) }];
