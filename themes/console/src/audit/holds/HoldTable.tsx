import { Button, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { ExactTime } from "../../time/ExactTime";
import type { Hold, SubjectType } from "./holds";

export const subjectTexts: Readonly<Record<SubjectType, string>> = {
  person: "keystewardAuditPerson",
  tenant: "keystewardTenant",
};

interface HoldTableProps {
  holds: readonly Hold[];
  /** Absent for those who may only look. */
  onRelease?: ((hold: Hold) => void) | undefined;
}

export function HoldTable({ holds, onRelease }: HoldTableProps) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("keystewardAuditHolds")} data-testid="audit-holds">
      <Thead>
        <Tr>
          <Th>{t("keystewardAuditHeld")}</Th>
          <Th>{t("keystewardAuditReason")}</Th>
          <Th>{t("keystewardAuditPlaced")}</Th>
          <Th>{t("keystewardState")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {holds.map((hold) => (
          <Tr key={hold.id} data-testid={`audit-hold-${hold.subjectId}`}>
            <Td dataLabel={t("keystewardAuditHeld")}>
              <span className="keysteward-audit-value">{hold.tenant ?? hold.subjectId}</span>
              <div>
                <small className="pf-v5-u-color-200">{t(subjectTexts[hold.subjectType])}</small>
              </div>
            </Td>
            <Td dataLabel={t("keystewardAuditReason")}>{hold.reason}</Td>
            <Td dataLabel={t("keystewardAuditPlaced")}>
              <ExactTime moment={hold.placedAt} />
              <div>
                <small className="pf-v5-u-color-200">{t("keystewardAuditBy", { id: hold.placedBy })}</small>
              </div>
            </Td>
            <Td dataLabel={t("keystewardState")} data-testid="audit-hold-state">
              {hold.releasedAt === undefined ? (
                <Label color="gold">{t("keystewardAuditHolding")}</Label>
              ) : (
                <>
                  <Label>{t("keystewardAuditReleased")}</Label> <ExactTime moment={hold.releasedAt} />
                </>
              )}
            </Td>
            <Td modifier="fitContent">
              {onRelease && hold.releasedAt === undefined && (
                <Button
                  variant="secondary"
                  size="sm"
                  data-testid="release-audit-hold"
                  aria-label={t("keystewardAuditReleaseHoldOn", { subject: hold.tenant ?? hold.subjectId })}
                  onClick={() => {
                    onRelease(hold);
                  }}
                >
                  {t("keystewardAuditRelease")}
                </Button>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
