import { Button, PageSection, Text, TextContent } from "@patternfly/react-core";
import { BalanceScaleIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useResources, type Versioned } from "../../api/Api";
import { useAttempt } from "../../api/useAttempt";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { useRoles } from "../fields/useRoles";
import type { Place } from "../place";
import { dutiesOf, type DutySet } from "./duties";
import { DutyDialog } from "./DutyDialog";
import { DutyTable } from "./DutyTable";

type Dialog = { kind: "create" } | { kind: "edit"; set: Versioned<DutySet> } | { kind: "delete"; set: DutySet };

interface DutyListProps {
  place: Place;
  mayWrite: boolean;
  onChanged?: () => void;
}

/** Roles that nobody may have together. */
export function DutyList({ place, mayWrite, onChanged }: DutyListProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const duties = useResources(dutiesOf);
  const known = useRoles(place);
  const listing = useListing(useCallback((limit, cursor) => duties.page(place, limit, cursor), [duties, place]));
  const [dialog, setDialog] = useState<Dialog>();
  const { refused, attempt, forget } = useAttempt();

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    forget();
    listing.reload();
    onChanged?.();
  };
  // Read again, so that the change is made to what holds now and not to what the list once showed.
  const edit = (key: string) =>
    attempt(async () => {
      setDialog({ kind: "edit", set: await duties.one(place, key) });
    });
  const createButton = mayWrite && (
    <Button
      data-testid="create-duty"
      onClick={() => {
        setDialog({ kind: "create" });
      }}
    >
      {t("keystewardCreateDuty")}
    </Button>
  );
  return (
    <>
      <PageSection variant="light" className="pf-v5-u-pb-0">
        <TextContent>
          <Text>{t("keystewardSeparationOfDutyHelp")}</Text>
        </TextContent>
      </PageSection>
      <ListView
        listing={listing}
        refused={refused ?? known.problem}
        filters={[]}
        isFiltered={false}
        actions={[createButton]}
        nothing={
          <Nothing
            icon={BalanceScaleIcon}
            title={t("keystewardNoDuties")}
            body={t("keystewardNoDutiesHelp")}
            action={createButton}
          />
        }
      >
        {(items) => (
          <DutyTable
            sets={items}
            place={place}
            {...(mayWrite && {
              onEdit: ({ key }) => void edit(key),
              onDelete: (set) => {
                setDialog({ kind: "delete", set });
              },
            })}
          />
        )}
      </ListView>
      {dialog?.kind === "create" && (
        <DutyDialog
          known={known.value ?? []}
          save={async (set) => {
            await duties.create(place, set);
            changed(t("keystewardDutySaved", { name: set.name }));
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === "edit" && (
        <DutyDialog
          // Another version, another form.
          key={dialog.set.version}
          known={known.value ?? []}
          set={dialog.set.value}
          save={async ({ key, ...content }) => {
            await duties.change(place, key, content, dialog.set.version);
            changed(t("keystewardDutySaved", { name: content.name }));
          }}
          onClose={close}
          onReload={() => void edit(dialog.set.value.key)}
        />
      )}
      {dialog?.kind === "delete" && (
        <ConfirmDialog
          title={t("keystewardDeleteDuty", { name: dialog.set.name })}
          confirmLabel={t("delete")}
          confirmTestId="confirm-delete-duty"
          isDanger
          confirm={async () => {
            const { key, name } = dialog.set;
            await duties.remove(place, key);
            changed(t("keystewardDutyDeleted", { name }));
          }}
          onClose={close}
        >
          {t("keystewardDeleteDutyHelp")}
        </ConfirmDialog>
      )}
    </>
  );
}
