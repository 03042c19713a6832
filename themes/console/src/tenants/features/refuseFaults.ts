import type { TFunction } from "i18next";
import { Problem } from "../../api/Problem";
import { faultsOf, type FeatureDraft } from "./featureDraft";

/** Keeps a form from being sent as long as a feature in it could not be: the fields say why. */
export function refuseFaults(drafts: readonly FeatureDraft[], t: TFunction): void {
  const faults = faultsOf(drafts);
  if (faults.length > 0) {
    const errors = faults.map(({ pointer, detail }) => ({ pointer, detail: t(detail) }));
    throw new Problem(t("keystewardFeatureFaults"), { errors });
  }
}
