import { Progress, ProgressMeasureLocation, ProgressSize, ProgressVariant } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { levelOf, percentOf, type SeatLevel } from "./seats";
import type { Seats, Tenant } from "./tenants";

const variants: Record<SeatLevel, ProgressVariant | undefined> = {
  unlimited: undefined,
  free: undefined,
  full: ProgressVariant.warning,
  over: ProgressVariant.danger,
};

/** The seats of a tenant, as `2 of 3` over a bar. */
export function SeatUse({ tenant, seats }: { tenant: Tenant; seats: Seats }) {
  const { t } = useTranslation();
  const level = levelOf(seats);
  const testId = `seats-${tenant.alias}`;

  if (seats.limit === undefined) {
    return (
      <span data-testid={testId} data-level={level}>
        {t("keystewardSeatsUnlimited", { used: seats.used })}
      </span>
    );
  }
  const text = t("keystewardSeatsOf", { used: seats.used, limit: seats.limit });
  return (
    <div className="keysteward-seats">
      <span
        data-testid={testId}
        data-level={level}
        className={level === "over" ? "pf-v5-u-danger-color-100 pf-v5-u-font-weight-bold" : ""}
      >
        {text}
      </span>
      {level === "over" && <span className="pf-v5-u-danger-color-100"> {t("keystewardSeatsOver")}</span>}
      <Progress
        aria-label={t("keystewardSeatsOfTenant", { name: tenant.name })}
        value={percentOf(seats.used, seats.limit)}
        valueText={text}
        size={ProgressSize.sm}
        measureLocation={ProgressMeasureLocation.none}
        {...(variants[level] && { variant: variants[level] })}
      />
    </div>
  );
}
