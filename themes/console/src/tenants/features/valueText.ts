import type { TFunction } from "i18next";

/** A feature's value as a line of a table shows it. */
export function valueText(value: unknown, t: TFunction): string {
  if (typeof value === "boolean") {
    return t(value ? "keystewardOn" : "keystewardOff");
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
