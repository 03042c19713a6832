import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { DayOfUse } from "./usage";

const columns: readonly { readonly of: (day: DayOfUse) => number | undefined; readonly title: string }[] = [
  { of: (day) => day.seatsUsed, title: "keystewardUsageUsed" },
  { of: (day) => day.seatLimit, title: "keystewardUsageLimit" },
  { of: (day) => day.seatsPeak, title: "keystewardUsagePeak" },
  { of: (day) => day.pendingInvitations, title: "keystewardLimitInvitations" },
  { of: (day) => day.activeMembers1, title: "keystewardUsageActive1" },
  { of: (day) => day.activeMembers7, title: "keystewardUsageActive7" },
  { of: (day) => day.activeMembers30, title: "keystewardUsageActive30" },
  { of: (day) => day.signIns, title: "keystewardUsageSignIns" },
];

/** Day by day, the latest first. */
export function UsageTable({ days }: { days: readonly DayOfUse[] }) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t("keystewardUsage")} data-testid="usage">
      <Thead>
        <Tr>
          <Th>{t("keystewardDay")}</Th>
          {columns.map(({ title }) => (
            <Th key={title} modifier="wrap">
              {t(title)}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {days.toReversed().map((day) => (
          <Tr key={day.day} data-testid={`usage-row-${day.day}`}>
            <Td dataLabel={t("keystewardDay")}>{day.day}</Td>
            {columns.map(({ of, title }) => (
              <Td key={title} dataLabel={t(title)}>
                {of(day) ?? t("keystewardUnlimited")}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
