import { useTranslation } from "react-i18next";
import { Facts } from "../../lists/Facts";
import { useTimeFormat } from "../../time/useTimeFormat";
import { expiryTexts } from "../plans/ExpiryFields";
import type { Catalogue } from "../plans/planChoices";
import { PlanName } from "../plans/PlanName";
import { StateLabel } from "../tenant/StateLabel";
import type { Tenant } from "../tenants";
import type { License, LicenseSource } from "./license";

const sources: Readonly<Record<LicenseSource, string>> = {
  administrator: "keystewardSourceAdministrator",
  signed: "keystewardSourceSigned",
  default: "keystewardSourceDefault",
};

interface LicenseFactsProps {
  tenant: Tenant;
  license: License;
  catalogue: Catalogue | undefined;
}

export function LicenseFacts({ tenant, license, catalogue }: LicenseFactsProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const { startsAt, expiresAt, graceEndsAt, suspension, signedId, updatedAt } = license;
  const since = (moment: string | undefined, otherwise: string) => (moment ? timeText(moment) : t(otherwise));

  return (
    <Facts
      facts={[
        {
          term: t("keystewardPlan"),
          testId: "license-plan-name",
          value: <PlanName license={license} catalogue={catalogue} />,
        },
        {
          term: t("keystewardState"),
          testId: "license-state-of",
          value: <StateLabel state={license.state} testId="license-state" />,
        },
        ...(suspension
          ? [{ term: t("keystewardSuspensionReason"), testId: "license-suspension", value: suspension.reason }]
          : []),
        { term: t("keystewardSource"), testId: "license-source", value: t(sources[license.source]) },
        ...(signedId === undefined
          ? []
          : [{ term: t("keystewardSignedId"), testId: "license-signed-id", value: signedId }]),
        {
          term: t("keystewardStartsAt"),
          testId: "license-starts",
          value: since(startsAt, "keystewardFromTheBeginning"),
        },
        { term: t("keystewardExpiresAt"), testId: "license-expires", value: since(expiresAt, "keystewardNever") },
        { term: t("keystewardGraceDays"), testId: "license-grace-days", value: license.graceDays },
        ...(graceEndsAt === undefined
          ? []
          : [{ term: t("keystewardGraceEndsAt"), testId: "license-grace-ends", value: timeText(graceEndsAt) }]),
        {
          term: t("keystewardOnExpiry"),
          testId: "license-on-expiry",
          value: t(expiryTexts[license.onExpiry].label),
        },
        ...(updatedAt === undefined
          ? []
          : [{ term: t("keystewardGivenAt"), testId: "license-updated", value: timeText(updatedAt) }]),
        { term: t("keystewardAlias"), testId: "fact-alias", value: tenant.alias },
        { term: t("id"), testId: "fact-id", value: tenant.id },
      ]}
    />
  );
}
