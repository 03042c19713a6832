import {
  Alert,
  Button,
  Drawer,
  DrawerContent,
  DrawerContentBody,
  Switch,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import { ListIcon, SyncAltIcon } from "@patternfly/react-icons";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/Api";
import { PageProblem } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { Waiting } from "../../api/WhenLoaded";
import { Nothing, NothingFound } from "../../lists/Nothing";
import { CursorPagination } from "../../paging/CursorPagination";
import { firstPage } from "../../paging/trail";
import { useListing } from "../../paging/useListing";
import { onTop } from "../live/onTop";
import { useLive } from "../live/useLive";
import { Summary } from "../summary/Summary";
import { FilterBar } from "./FilterBar";
import { FilterButtons } from "./FilterButtons";
import { OpenRecord } from "./OpenRecord";
import { countOf, rareNames } from "./filters";
import { realmPlace, recordsOf, tenantPlace } from "./records";
import { RecordTable } from "./RecordTable";
import { useAuditFilter } from "./useAuditFilter";

/** As many as are kept on top of the list before it is read anew. */
const mostHeard = 200;

/** What has happened in the realm, or in one tenant. */
export function RecordsTab({ tenant }: { tenant?: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const place = useMemo(() => (tenant === undefined ? realmPlace : tenantPlace(tenant)), [tenant]);
  const records = useMemo(() => recordsOf(api, place), [api, place]);
  const view = useAuditFilter();
  const { filter, change, openId, open } = view;
  const [now, setNow] = useState(() => new Date());
  const [isLive, setIsLive] = useState(false);
  const [opened, setOpened] = useState(false);
  const showsRare = opened || countOf(filter, rareNames) > 0;
  const opener = useRef<HTMLElement | null>(null);

  const actions = useLoaded(useCallback(() => records.actions(), [records]));
  const listing = useListing(useCallback((limit, cursor) => records.page(filter, limit, cursor), [records, filter]));
  // What has an end hears nothing new.
  const mayListen = filter.to === undefined;
  const live = useLive(records, filter, isLive && mayListen, listing.reload);
  const isFirstPage = listing.trail.length === 0;
  const shown = listing.value && (isFirstPage ? onTop(live.records, listing.value.items) : listing.value.items);

  const { reload } = listing;
  const { forget } = live;
  const isFull = live.records.length >= mostHeard;
  useEffect(() => {
    if (isFull) {
      forget();
      reload();
    }
  }, [isFull, forget, reload]);

  const descriptions = useMemo(
    () => new Map(actions.value?.map(({ key, description }) => [key, description])),
    [actions.value],
  );
  const descriptionOf = (action: string) => descriptions.get(action);
  const inView = shown?.find(({ id }) => id === openId);
  const refresh = () => {
    setNow(new Date());
    listing.reload();
  };
  const close = () => {
    open(undefined);
    opener.current?.focus();
  };

  return (
    <>
      <Summary place={place} filter={filter} now={now} />
      <FilterBar
        view={view}
        actions={actions.value ?? []}
        problem={listing.problem}
        hasTenant={tenant === undefined}
        showsRare={showsRare}
      />
      <PageProblem problem={listing.problem} onReload={listing.reload} />
      {live.problem && <PageProblem problem={live.problem} />}
      {live.dropped > 0 && (
        <Alert
          isInline
          isLiveRegion
          variant="warning"
          data-testid="audit-dropped"
          title={t("keystewardAuditDropped", { dropped: live.dropped })}
        />
      )}
      <Toolbar>
        <ToolbarContent alignItems="center">
          <ToolbarItem alignSelf="center">
            <Switch
              id="keysteward-audit-live"
              data-testid="audit-live"
              label={t("keystewardAuditLive")}
              isChecked={isLive && mayListen}
              isDisabled={!mayListen}
              onChange={(_event, checked) => {
                setIsLive(checked);
                listing.move(firstPage);
              }}
            />
          </ToolbarItem>
          <ToolbarItem alignSelf="center">
            <span role="status" className="pf-v5-u-color-200" data-testid="audit-heard">
              {isLive && mayListen && !live.problem && t("keystewardAuditHeard", { heard: live.records.length })}
            </span>
          </ToolbarItem>
          <ToolbarItem>
            <Button variant="link" icon={<SyncAltIcon />} data-testid="audit-refresh" onClick={refresh}>
              {t("refresh")}
            </Button>
          </ToolbarItem>
          <FilterButtons view={view} showsRare={showsRare} onShowRare={setOpened} />
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
      <Drawer isExpanded={openId !== undefined} isInline className="keysteward-audit-drawer">
        <DrawerContent
          panelContent={
            openId !== undefined && (
              <OpenRecord
                key={openId}
                id={openId}
                inView={inView}
                records={records}
                descriptionOf={descriptionOf}
                onFilter={change}
                onClose={close}
              />
            )
          }
        >
          <DrawerContentBody>
            {shown && shown.length > 0 && (
              <RecordTable
                records={shown}
                descriptionOf={descriptionOf}
                showsTenant={tenant === undefined}
                isNarrow={openId !== undefined}
                openId={openId}
                onOpen={({ id }) => {
                  opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
                  open(id);
                }}
                onFilter={change}
              />
            )}
            {shown?.length === 0 &&
              (countOf(filter) > 0 ? (
                <NothingFound />
              ) : (
                <Nothing icon={ListIcon} title={t("keystewardAuditNothing")} body={t("keystewardAuditNothingHelp")} />
              ))}
            {!shown && !listing.problem && <Waiting />}
          </DrawerContentBody>
        </DrawerContent>
      </Drawer>
    </>
  );
}
