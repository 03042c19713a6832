import { expect, test } from "vitest";
import { changesBetween, roleSettingsIn } from "./roleSettings";

test.each([
  [{ key: "roles.openCatalogue", value: "true", defaultValue: "false" }, true],
  [{ key: "roles.openCatalogue", value: "false", defaultValue: "false" }, false],
  [{ key: "roles.openCatalogue" }, false],
])("reads %j", (setting, openCatalogue) => {
  expect(roleSettingsIn(setting)).toEqual({ openCatalogue });
});

test("sends what changed", () => {
  expect(changesBetween({ openCatalogue: false }, { openCatalogue: false })).toEqual([]);
  expect(changesBetween({ openCatalogue: false }, { openCatalogue: true })).toEqual([
    { field: "openCatalogue", key: "roles.openCatalogue", value: "true" },
  ]);
});
