import {
  Alert,
  AlertActionCloseButton,
  Button,
  List,
  ListItem,
  PageSection,
  Text,
  TextContent,
  Title,
} from "@patternfly/react-core";
import { EraserIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { Nothing } from "../../lists/Nothing";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { ExactTime } from "../../time/ExactTime";
import { EraseDialog } from "./EraseDialog";
import { erasuresOf, type ErasureOutcome } from "./holds";

/** Who was erased from the trail, by time. */
export function ErasureList() {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const erasures = useResources(erasuresOf);
  const listing = useListing(useCallback((limit, cursor) => erasures.page(limit, cursor), [erasures]));
  const [isOpen, setIsOpen] = useState(false);
  const [done, setDone] = useState<ErasureOutcome>();

  const eraseButton = mayWrite && (
    <Button
      variant="danger"
      data-testid="erase-person"
      onClick={() => {
        setIsOpen(true);
      }}
    >
      {t("keystewardAuditErase")}
    </Button>
  );
  return (
    <>
      <PageSection variant="light" className="pf-v5-u-pb-0">
        <TextContent>
          <Title headingLevel="h2">{t("keystewardAuditErasures")}</Title>
          <Text>{t("keystewardAuditErasuresHelp")}</Text>
        </TextContent>
        {done && (
          // It stays until it is closed: it says what is left to do.
          <Alert
            isInline
            isLiveRegion
            className="pf-v5-u-mt-md"
            variant="success"
            data-testid="audit-erased"
            title={t("keystewardAuditPersonErased", { id: done.personId })}
            actionClose={
              <AlertActionCloseButton
                onClose={() => {
                  setDone(undefined);
                }}
              />
            }
          >
            <p>{t("keystewardAuditNotReached")}</p>
            <List>
              {done.notReached.map((place) => (
                <ListItem key={place}>{place}</ListItem>
              ))}
            </List>
          </Alert>
        )}
      </PageSection>
      <ListView
        listing={listing}
        filters={[]}
        isFiltered={false}
        actions={[eraseButton]}
        nothing={
          <Nothing
            icon={EraserIcon}
            title={t("keystewardAuditNoErasures")}
            body={t("keystewardAuditNoErasuresHelp")}
            action={eraseButton}
          />
        }
      >
        {(items) => (
          <Table variant="compact" aria-label={t("keystewardAuditErasures")} data-testid="audit-erasures">
            <Thead>
              <Tr>
                <Th>{t("keystewardAuditPersonId")}</Th>
                <Th>{t("keystewardAuditErasedAt")}</Th>
              </Tr>
            </Thead>
            <Tbody>
              {items.map(({ personId, erasedAt }) => (
                <Tr key={personId} data-testid={`audit-erasure-${personId}`}>
                  <Td dataLabel={t("keystewardAuditPersonId")}>{personId}</Td>
                  <Td dataLabel={t("keystewardAuditErasedAt")}>
                    <ExactTime moment={erasedAt} />
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        )}
      </ListView>
      {isOpen && (
        <EraseDialog
          erase={async (personId, reason) => {
            setDone(await erasures.erase(personId, reason));
            setIsOpen(false);
            listing.reload();
          }}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}
