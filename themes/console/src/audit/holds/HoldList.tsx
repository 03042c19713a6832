import { Alert, Button, Label } from "@patternfly/react-core";
import { LockIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { Nothing } from "../../lists/Nothing";
import { RowActions } from "../../lists/RowActions";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { useTimeFormat } from "../../time/useTimeFormat";
import { EraseDialog, PlaceHoldDialog, ReleaseHoldDialog } from "./HoldDialogs";
import { holdsOf, type Hold } from "./holds";

type Dialog = { kind: "place" } | { kind: "erase" } | { kind: "release"; hold: Hold };

/** Legal holds, and the way to take a person out of the trail. */
export function HoldList() {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const holds = useResources(holdsOf);
  const listing = useListing<Hold>(useCallback((limit, cursor) => holds.page(limit, cursor), [holds]));
  const [dialog, setDialog] = useState<Dialog>();
  const [notReached, setNotReached] = useState<readonly string[]>([]);

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    listing.reload();
  };
  const buttons = mayWrite
    ? [
        <Button
          key="place"
          data-testid="place-hold"
          onClick={() => {
            setDialog({ kind: "place" });
          }}
        >
          {t("keystewardPlaceHold")}
        </Button>,
        <Button
          key="erase"
          variant="secondary"
          isDanger
          data-testid="erase-person"
          onClick={() => {
            setDialog({ kind: "erase" });
          }}
        >
          {t("keystewardErasePerson")}
        </Button>,
      ]
    : [];
  return (
    <>
      {notReached.length > 0 && (
        <Alert isInline variant="warning" title={t("keystewardNotReached")} data-testid="not-reached">
          <ul>
            {notReached.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Alert>
      )}
      <ListView
        listing={listing}
        filters={[]}
        isFiltered={false}
        actions={buttons}
        nothing={
          <Nothing
            icon={LockIcon}
            title={t("keystewardNoHolds")}
            body={t("keystewardNoHoldsHelp")}
            action={buttons.length > 0 && <>{buttons}</>}
          />
        }
      >
        {(items) => (
          <HoldTable
            holds={items}
            {...(mayWrite && {
              onRelease: (hold: Hold) => {
                setDialog({ kind: "release", hold });
              },
            })}
          />
        )}
      </ListView>
      {dialog?.kind === "place" && (
        <PlaceHoldDialog
          place={async (type, subject, reason) => {
            await holds.place(type, subject, reason);
            changed(t("keystewardHoldPlaced"));
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === "release" && (
        <ReleaseHoldDialog
          release={async (reason) => {
            await holds.release(dialog.hold.id, reason);
            changed(t("keystewardHoldReleased"));
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === "erase" && (
        <EraseDialog
          erase={async (person, reason) => {
            const erased = await holds.erase(person, reason);
            setNotReached(erased.notReached ?? []);
            changed(t("keystewardPersonErased"));
          }}
          onClose={close}
        />
      )}
    </>
  );
}

interface HoldTableProps {
  holds: readonly Hold[];
  /** Absent for those who may only look. */
  onRelease?: (hold: Hold) => void;
}

function HoldTable({ holds, onRelease }: HoldTableProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  return (
    <Table variant="compact" aria-label={t("keystewardHolds")} data-testid="holds">
      <Thead>
        <Tr>
          <Th>{t("keystewardHoldOn")}</Th>
          <Th>{t("keystewardReason")}</Th>
          <Th>{t("keystewardPlacedAt")}</Th>
          <Th>{t("status")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {holds.map((hold) => (
          <Tr key={hold.id} data-testid={`hold-row-${hold.subjectId}`}>
            <Td dataLabel={t("keystewardHoldOn")}>
              {t(hold.subjectType === "person" ? "keystewardPerson" : "keystewardTenant")} {hold.subjectId}
            </Td>
            <Td dataLabel={t("keystewardReason")}>{hold.reason}</Td>
            <Td dataLabel={t("keystewardPlacedAt")}>{timeText(hold.placedAt)}</Td>
            <Td dataLabel={t("status")}>
              <Label color={hold.releasedAt === undefined ? "orange" : "grey"}>
                {t(hold.releasedAt === undefined ? "keystewardInForce" : "keystewardReleased")}
              </Label>
            </Td>
            <Td isActionCell>
              {onRelease && hold.releasedAt === undefined && (
                <RowActions
                  of={hold.subjectId}
                  actions={[
                    {
                      title: t("keystewardRelease"),
                      "data-testid": `release-hold-${hold.subjectId}`,
                      onClick: () => {
                        onRelease(hold);
                      },
                    },
                  ]}
                />
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
