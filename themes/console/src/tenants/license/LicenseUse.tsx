import { useTranslation } from "react-i18next";
import { Facts } from "../../lists/Facts";
import { enforcedLimits, limitTexts, storedLimits, type LimitKey } from "../limits/limits";
import { LimitUse } from "../limits/LimitUse";
import type { License } from "./license";

/** Every limit of a license: how far it is used where the server counts, else the number alone. */
export function LicenseUse({ license }: { license: License }) {
  const { t } = useTranslation();
  const shownOf = (key: LimitKey) => {
    const use = key === "seats" ? license.seats : license.use?.[key];
    const label = t(limitTexts[key].label);
    return {
      term: label,
      testId: `limit-${key}`,
      value: use ? (
        <LimitUse label={label} testId={`use-${key}`} use={use} />
      ) : (
        (license.limits[key] ?? t("keystewardUnlimited"))
      ),
    };
  };
  const stored = storedLimits.filter((key) => license.limits[key] !== undefined);

  return (
    <>
      <Facts facts={enforcedLimits.map(shownOf)} />
      {stored.length > 0 && (
        <>
          <h3 className="pf-v5-u-mt-lg pf-v5-u-mb-sm">{t("keystewardLimitsStored")}</h3>
          <Facts facts={stored.map(shownOf)} />
        </>
      )}
    </>
  );
}
