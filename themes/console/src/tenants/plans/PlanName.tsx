import { useTranslation } from "react-i18next";
import type { License } from "../license/license";
import { planNamed, type Catalogue } from "./planChoices";

/** The plan that a license comes from, by its name where that is known. */
export function PlanName({ license, catalogue }: { license: License; catalogue: Catalogue | undefined }) {
  const { t } = useTranslation();
  if (license.plan === undefined) {
    return <span className="pf-v5-u-color-200">{t("keystewardNoPlan")}</span>;
  }
  const name = (catalogue && planNamed(catalogue, license.plan)?.name) ?? license.plan;
  return (
    <>
      {name}
      {license.source === "default" && <span className="pf-v5-u-color-200"> {t("keystewardByDefault")}</span>}
    </>
  );
}
