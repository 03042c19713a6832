import { Card, CardBody, CardTitle, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { WhenLoaded } from "../../api/WhenLoaded";
import { FilterChoice } from "../../forms/FilterChoice";
import { CursorPagination } from "../../paging/CursorPagination";
import { useListing } from "../../paging/useListing";
import { ExactTime } from "../../time/ExactTime";
import type { CheckpointType, Integrity } from "./integrity";

/** What was signed about the chain, the latest first. */
export function CheckpointCard({ integrity }: { integrity: Integrity }) {
  const { t } = useTranslation();
  const [type, setType] = useState<CheckpointType>("checkpoint");
  const listing = useListing(
    useCallback((limit, cursor) => integrity.checkpoints(type, limit, cursor), [integrity, type]),
  );
  return (
    <Card isFlat>
      <CardTitle component="h2">{t("keystewardAuditCheckpoints")}</CardTitle>
      <CardBody>
        <p>{t("keystewardAuditCheckpointsHelp")}</p>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <FilterChoice
                label={t("keystewardAuditCheckpoints")}
                testId="audit-checkpoint-type"
                all={t("keystewardAuditOfRecords")}
                choices={[{ value: "retention", label: t("keystewardAuditOfRetention") }]}
                value={type === "retention" ? type : ""}
                onChange={(chosen) => {
                  setType(chosen === "retention" ? "retention" : "checkpoint");
                }}
              />
            </ToolbarItem>
            {listing.value && (
              <ToolbarItem variant="pagination">
                <CursorPagination
                  listing={listing.value}
                  trail={listing.trail}
                  perPage={listing.perPage}
                  onMove={listing.move}
                  onPerPage={listing.resize}
                />
              </ToolbarItem>
            )}
          </ToolbarContent>
        </Toolbar>
        <WhenLoaded loaded={listing}>
          {({ items }) =>
            items.length === 0 ? (
              <p data-testid="no-audit-checkpoints">{t("keystewardAuditNoCheckpoints")}</p>
            ) : (
              <Table variant="compact" aria-label={t("keystewardAuditCheckpoints")} data-testid="audit-checkpoints">
                <Thead>
                  <Tr>
                    <Th>{t("keystewardAuditNumber")}</Th>
                    <Th>{t("keystewardAuditRecords")}</Th>
                    <Th>{t("keystewardAuditTime")}</Th>
                    <Th>{t("keystewardKid")}</Th>
                    <Th>{t(type === "retention" ? "keystewardAuditPolicy" : "keystewardAuditRoot")}</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  {items.map(({ number, firstSeq, lastSeq, checkpoint, kid }) => (
                    <Tr key={number} data-testid={`audit-checkpoint-${number}`}>
                      <Td dataLabel={t("keystewardAuditNumber")}>{number}</Td>
                      <Td dataLabel={t("keystewardAuditRecords")}>
                        {firstSeq} – {lastSeq}
                      </Td>
                      <Td dataLabel={t("keystewardAuditTime")} modifier="nowrap">
                        <ExactTime moment={checkpoint.time} />
                      </Td>
                      <Td dataLabel={t("keystewardKid")}>{kid}</Td>
                      <Td dataLabel={t(type === "retention" ? "keystewardAuditPolicy" : "keystewardAuditRoot")}>
                        <span className="keysteward-audit-value">
                          {type === "retention" ? checkpoint.policy : <code>{checkpoint.root}</code>}
                        </span>
                      </Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
            )
          }
        </WhenLoaded>
      </CardBody>
    </Card>
  );
}
