import type { TFunction } from "i18next";
import type { Condition } from "./conditions";

/** A condition in a few words, as a line of a table shows it. */
export function conditionText(condition: Condition, t: TFunction): string {
  if ("attribute" in condition) {
    return `${condition.attribute} = ${condition.in.join(" | ")}`;
  }
  if ("group" in condition) {
    return t("keystewardInGroup", { path: condition.group });
  }
  if ("organizationGroup" in condition) {
    return t("keystewardInOrganizationGroup", { path: condition.organizationGroup });
  }
  if ("identityProvider" in condition) {
    return t("keystewardLinkedTo", { alias: condition.identityProvider });
  }
  if ("not" in condition) {
    return t("keystewardNot", { condition: conditionText(condition.not, t) });
  }
  const isAll = "all" in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) => conditionText(part, t));
  return `(${parts.join(` ${t(isAll ? "keystewardAnd" : "keystewardOr")} `)})`;
}
