import type { TFunction } from "i18next";
import type { Choice } from "../forms/fields";
import type { Plan } from "./tenants";

/** What tenants can be given: the realm's plans, and which of them holds where none is chosen. */
export interface Catalogue {
  readonly plans: readonly Plan[];
  readonly defaultPlan: string | undefined;
}

/** The value that stands for "no plan of its own", which a select can only say as an empty text. */
export const ofTheRealm = "";

export const planNamed = ({ plans }: Catalogue, key: string | undefined): Plan | undefined =>
  plans.find((plan) => plan.key === key);

/** The plan that a choice amounts to. */
export const planChosen = (catalogue: Catalogue, choice: string): Plan | undefined =>
  planNamed(catalogue, choice === ofTheRealm ? catalogue.defaultPlan : choice);

export function planChoices(catalogue: Catalogue, t: TFunction): Choice[] {
  const name = planNamed(catalogue, catalogue.defaultPlan)?.name ?? catalogue.defaultPlan ?? t("keystewardNoPlan");
  return [
    { value: ofTheRealm, label: t("keystewardRealmDefault", { name }) },
    ...catalogue.plans.map((plan) => ({ value: plan.key, label: plan.name })),
  ];
}

/** What the seats field of a license shows while it is empty. */
export function seatsOfPlan(plan: Plan | undefined, t: TFunction): string {
  const seats = plan?.limits.seats;
  return seats === undefined ? t("keystewardUnlimited") : t("keystewardSeatsFromPlan", { seats });
}
