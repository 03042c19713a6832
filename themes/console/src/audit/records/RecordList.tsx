import { Button } from "@patternfly/react-core";
import { ListIcon, SyncAltIcon } from "@patternfly/react-icons";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";
import { useResources } from "../../api/Api";
import { useLoaded } from "../../api/useLoaded";
import { Nothing } from "../../lists/Nothing";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { RecordDialog } from "./RecordDialog";
import { filterIn, isNarrowed, type RecordFilter } from "./recordFilter";
import { recordFilters } from "./recordFilters";
import { recordsOf, type AuditRecord } from "./records";
import { RecordTable } from "./RecordTable";

interface RecordListProps {
  /** Whose records; all of the realm where absent. */
  tenant?: string | undefined;
}

/** What happened, newest first. */
export function RecordList({ tenant }: RecordListProps) {
  const { t } = useTranslation();
  const records = useResources(recordsOf);
  const [query, setQuery] = useSearchParams();
  const asked = query.toString();
  const filter = useMemo(() => filterIn(new URLSearchParams(asked)), [asked]);
  const actions = useLoaded(useCallback(() => records.actions(tenant), [records, tenant])).value ?? [];
  const listing = useListing<AuditRecord>(
    useCallback((limit, cursor) => records.page(tenant, filter, limit, cursor), [records, tenant, filter]),
  );
  const [open, setOpen] = useState<AuditRecord>();
  const descriptions = new Map(actions.map(({ key, description }) => [key, description]));

  const narrow = (to: RecordFilter) => {
    setQuery(new URLSearchParams(to), { replace: true });
  };
  return (
    <>
      <ListView
        listing={listing}
        filters={recordFilters(filter, actions, narrow, t)}
        isFiltered={isNarrowed(filter)}
        actions={[
          <Button
            key="reload"
            variant="plain"
            aria-label={t("refresh")}
            data-testid="reload-records"
            icon={<SyncAltIcon />}
            onClick={listing.reload}
          />,
        ]}
        nothing={<Nothing icon={ListIcon} title={t("keystewardNoRecords")} body={t("keystewardNoRecordsHelp")} />}
      >
        {(items) => <RecordTable records={items} descriptions={descriptions} onOpen={setOpen} />}
      </ListView>
      {open && (
        <RecordDialog
          record={open}
          description={descriptions.get(open.action)}
          proof={tenant === undefined ? records.proof : undefined}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}
