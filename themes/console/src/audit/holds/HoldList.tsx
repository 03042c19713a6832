import { Button, PageSection, Text, TextContent, Title } from "@patternfly/react-core";
import { BalanceScaleIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources, type Versioned } from "../../api/Api";
import { useAttempt } from "../../api/useAttempt";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { holdsOf, type Hold } from "./holds";
import { HoldTable } from "./HoldTable";
import { PlaceHoldDialog } from "./PlaceHoldDialog";
import { ReleaseHoldDialog } from "./ReleaseHoldDialog";

type Dialog = { kind: "place" } | { kind: "release"; hold: Versioned<Hold> };

/** Legal holds, the latest first. */
export function HoldList() {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const holds = useResources(holdsOf);
  const listing = useListing(useCallback((limit, cursor) => holds.page(limit, cursor), [holds]));
  const [dialog, setDialog] = useState<Dialog>();
  const { refused, attempt } = useAttempt();

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    listing.reload();
  };
  // Read again, so that what is released is what holds now.
  const openRelease = ({ id }: Hold) =>
    attempt(async () => {
      setDialog({ kind: "release", hold: await holds.one(id) });
    });
  const placeButton = mayWrite && (
    <Button
      data-testid="place-audit-hold"
      onClick={() => {
        setDialog({ kind: "place" });
      }}
    >
      {t("keystewardAuditPlaceHold")}
    </Button>
  );
  return (
    <>
      <PageSection variant="light" className="pf-v5-u-pb-0">
        <TextContent>
          <Title headingLevel="h2">{t("keystewardAuditHolds")}</Title>
          <Text>{t("keystewardAuditHoldsHelp")}</Text>
        </TextContent>
      </PageSection>
      <ListView
        listing={listing}
        refused={refused}
        filters={[]}
        isFiltered={false}
        actions={[placeButton]}
        nothing={
          <Nothing
            icon={BalanceScaleIcon}
            title={t("keystewardAuditNoHolds")}
            body={t("keystewardAuditNoHoldsHelp")}
            action={placeButton}
          />
        }
      >
        {(items) => <HoldTable holds={items} onRelease={mayWrite ? (hold) => void openRelease(hold) : undefined} />}
      </ListView>
      {dialog?.kind === "place" && (
        <PlaceHoldDialog
          place={async (hold) => {
            await holds.place(hold);
            changed(t("keystewardAuditHoldPlaced", { subject: hold.subjectId }));
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === "release" && (
        <ReleaseHoldDialog
          key={dialog.hold.version}
          hold={dialog.hold.value}
          release={async (reason) => {
            const { value, version } = dialog.hold;
            await holds.release(value.id, reason, version);
            changed(t("keystewardAuditHoldReleased", { subject: value.tenant ?? value.subjectId }));
          }}
          onClose={close}
          onReload={() => void openRelease(dialog.hold.value)}
        />
      )}
    </>
  );
}
