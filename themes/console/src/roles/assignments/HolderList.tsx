import { Label } from "@patternfly/react-core";
import { UsersIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { Nothing } from "../../lists/Nothing";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { useTimeFormat } from "../../time/useTimeFormat";
import { rolesOf } from "../definition/roles";
import { PathText } from "../fields/PathText";
import { SourceText } from "../fields/SourceText";
import { tenantPlace } from "../place";
import { stateLooks } from "./assignmentTexts";
import { PrincipalText } from "./PrincipalText";

/** Who has a role in a tenant, by whatever way. */
export function HolderList({ tenant, role }: { tenant: string; role: string }) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const roles = useResources(rolesOf);
  const listing = useListing(
    useCallback((limit, cursor) => roles.holders(tenant, role, limit, cursor), [roles, tenant, role]),
  );
  return (
    <ListView
      listing={listing}
      filters={[]}
      isFiltered={false}
      actions={[]}
      nothing={<Nothing icon={UsersIcon} title={t("keystewardNoHolders")} body={t("keystewardNoHoldersHelp")} />}
    >
      {(items) => (
        <Table variant="compact" aria-label={t("keystewardHolders")} data-testid="holders">
          <Thead>
            <Tr>
              <Th>{t("keystewardAssignedTo")}</Th>
              <Th>{t("path")}</Th>
              <Th>{t("keystewardRolloutUntil")}</Th>
              <Th>{t("keystewardSource")}</Th>
              <Th>{t("keystewardState")}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {items.map(({ principal, assignmentId, path, until, source, detail, state }) => (
              <Tr key={`${principal.type} ${principal.id} ${assignmentId ?? `${source} ${detail ?? ""}`}`}>
                <Td dataLabel={t("keystewardAssignedTo")}>
                  <PrincipalText principal={principal} place={tenantPlace(tenant)} />
                </Td>
                <Td dataLabel={t("path")}>
                  <PathText path={path} />
                </Td>
                <Td dataLabel={t("keystewardRolloutUntil")}>{until && timeText(until)}</Td>
                <Td dataLabel={t("keystewardSource")}>
                  <SourceText source={source} {...(detail !== undefined && { detail })} />
                </Td>
                <Td dataLabel={t("keystewardState")}>
                  <Label color={stateLooks[state].color}>{t(stateLooks[state].text)}</Label>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </ListView>
  );
}
