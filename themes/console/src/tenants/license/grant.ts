import { monthsAfter } from "../../time/moments";
import type { Limits } from "../limits/limits";
import { ofTheRealm } from "../plans/planChoices";
import type { Plan } from "../plans/plans";
import type { License, LicenseGrant } from "./license";

/** What the form of a license shows. */
export interface GrantForm {
  /** A plan's key, or `ofTheRealm`. */
  readonly plan: string;
  readonly limits: Limits;
  readonly startsAt: string | undefined;
  readonly expiresAt: string | undefined;
  /** Undefined for those of the plan. */
  readonly graceDays: number | undefined;
}

/** @param plan the one that the license comes from; its grace days tell whether the license has its own */
export const formOf = (license: License, plan: Plan | undefined): GrantForm => ({
  plan: license.source === "default" ? ofTheRealm : (license.plan ?? ofTheRealm),
  limits: license.overrides,
  startsAt: license.startsAt,
  expiresAt: license.expiresAt,
  graceDays: license.graceDays === (plan?.graceDays ?? 0) ? undefined : license.graceDays,
});

/** What is sent. The features that the license sets against its plan's have no field here and stay as they are. */
export const grantIn = (
  { plan, limits, startsAt, expiresAt, graceDays }: GrantForm,
  license: License,
): LicenseGrant => ({
  ...(plan !== ofTheRealm && { plan }),
  limits,
  features: license.featureOverrides,
  rollouts: license.rolloutOverrides,
  ...(startsAt !== undefined && { startsAt }),
  ...(expiresAt !== undefined && { expiresAt }),
  ...(graceDays !== undefined && { graceDays }),
});

/** A later end: counted from the former one, or from now where that is past or there was none. */
export function renewedUntil(expiresAt: string | undefined, months: number, now: Date): string {
  const isAhead = expiresAt !== undefined && new Date(expiresAt) > now;
  return monthsAfter(isAhead ? expiresAt : now.toISOString(), months);
}
