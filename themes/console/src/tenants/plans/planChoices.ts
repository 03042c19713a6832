import type { TFunction } from "i18next";
import type { Choice } from "../../forms/ChoiceField";
import type { LimitKey } from "../limits/limits";
import type { Plan } from "./plans";

/** What tenants can be given: the realm's plans, which of them holds where none is chosen, and who may give them. */
export interface Catalogue {
  readonly plans: readonly Plan[];
  readonly defaultPlan: string | undefined;
  /** Only licenses that the vendor has signed are taken. */
  readonly signedOnly: boolean;
}

/** The value that stands for "no plan of its own", which a select can only say as an empty text. */
export const ofTheRealm = "";

export const planNamed = ({ plans }: Catalogue, key: string | undefined): Plan | undefined =>
  plans.find((plan) => plan.key === key);

/** The plan that a choice amounts to. */
export const planChosen = (catalogue: Catalogue, choice: string): Plan | undefined =>
  planNamed(catalogue, choice === ofTheRealm ? catalogue.defaultPlan : choice);

export const choicesOf = ({ plans }: Catalogue): Choice[] =>
  plans.map((plan) => ({ value: plan.key, label: plan.name }));

export function planChoices(catalogue: Catalogue, t: TFunction): Choice[] {
  const name = planNamed(catalogue, catalogue.defaultPlan)?.name ?? catalogue.defaultPlan ?? t("keystewardNoPlan");
  return [{ value: ofTheRealm, label: t("keystewardRealmDefault", { name }) }, ...choicesOf(catalogue)];
}

/** What the field of a license's limit shows while it is empty. */
export function limitOfPlan(plan: Plan | undefined, key: LimitKey, t: TFunction): string {
  const limit = plan?.limits[key];
  return limit === undefined ? t("keystewardUnlimited") : t("keystewardFromPlan", { value: limit });
}
