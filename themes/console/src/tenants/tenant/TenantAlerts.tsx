import { Alert, PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useTimeFormat } from "../../time/useTimeFormat";
import { isFinal, type Tenant } from "../tenants";

/** What an operator should know before anything else. */
export function TenantAlerts({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const { deletion, license } = tenant;
  const alerts = [
    deletion && (
      <Alert
        component="h2"
        key="deleted"
        isInline
        variant="danger"
        data-testid="alert-deleted"
        title={
          isFinal(deletion, new Date())
            ? t("keystewardAlertRemoving")
            : t("keystewardAlertDeleted", { moment: timeText(deletion.finalAt) })
        }
      />
    ),
    license?.suspension && (
      <Alert
        component="h2"
        key="suspended"
        isInline
        variant="warning"
        data-testid="alert-suspended"
        title={t("keystewardAlertSuspended", { moment: timeText(license.suspension.since) })}
      >
        {license.suspension.reason}
      </Alert>
    ),
    license?.state === "grace" && license.graceEndsAt && (
      <Alert
        component="h2"
        key="grace"
        isInline
        variant="warning"
        data-testid="alert-grace"
        title={t("keystewardAlertGrace", { moment: timeText(license.graceEndsAt) })}
      />
    ),
    license?.state === "expired" && license.expiresAt && (
      <Alert
        component="h2"
        key="expired"
        isInline
        variant="danger"
        data-testid="alert-expired"
        title={t("keystewardAlertExpired", { moment: timeText(license.expiresAt) })}
      />
    ),
    license?.seats.overLimit === true && (
      <Alert
        component="h2"
        key="over"
        isInline
        variant="warning"
        data-testid="alert-over-limit"
        title={t("keystewardAlertOverLimit", { used: license.seats.used, limit: license.seats.limit })}
      >
        {t("keystewardLicenseBelowUseHelp")}
      </Alert>
    ),
  ].filter(Boolean);
  return (
    alerts.length > 0 && (
      <PageSection variant="light" className="pf-v5-u-pt-0 keysteward-alerts">
        {alerts}
      </PageSection>
    )
  );
}
