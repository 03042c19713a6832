import { useRealm } from "@keycloak/keycloak-admin-ui";
import { PageSection, Text, TextContent, Title } from "@patternfly/react-core";
import { CheckCircleIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Nothing } from "../../lists/Nothing";
import { ListView } from "../../paging/ListView";
import type { ListingInView } from "../../paging/useListing";
import { userAddress } from "../../shell/stockAddresses";
import { KeyList } from "../../lists/KeyList";
import type { Violation } from "./duties";

/** Who has too much already. */
export function ViolationList({ listing }: { listing: ListingInView<Violation> }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  return (
    <>
      <PageSection variant="light" className="pf-v5-u-pb-0">
        <TextContent>
          <Title headingLevel="h2">{t("keystewardViolations")}</Title>
          <Text>{t("keystewardViolationsHelp")}</Text>
        </TextContent>
      </PageSection>
      <ListView
        listing={listing}
        filters={[]}
        isFiltered={false}
        actions={[]}
        nothing={
          <Nothing icon={CheckCircleIcon} title={t("keystewardNoViolations")} body={t("keystewardNoViolationsHelp")} />
        }
      >
        {(items) => (
          <Table variant="compact" aria-label={t("keystewardViolations")} data-testid="violations">
            <Thead>
              <Tr>
                <Th>{t("username")}</Th>
                <Th>{t("keystewardDuty")}</Th>
                <Th>{t("roles")}</Th>
              </Tr>
            </Thead>
            <Tbody>
              {items.map(({ set, userId, username, roles }) => (
                <Tr key={`${set} ${userId}`} data-testid={`violation-${set}-${username ?? userId}`}>
                  <Td dataLabel={t("username")}>
                    <Link to={userAddress(realm, userId)}>{username ?? userId}</Link>
                  </Td>
                  <Td dataLabel={t("keystewardDuty")}>{set}</Td>
                  <Td dataLabel={t("roles")}>
                    <KeyList keys={roles} showsAll />
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </ListView>
    </>
  );
}
