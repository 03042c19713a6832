import { Pagination } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Listing } from "../api/Api";
import { back, firstPage, forward, pageNumberOf, type Trail } from "./trail";

interface CursorPaginationProps {
  listing: Listing<unknown>;
  trail: Trail;
  perPage: number;
  onMove: (trail: Trail) => void;
  onPerPage: (perPage: number) => void;
}

/** The stock console's pager for lists whose length nobody counts. */
export function CursorPagination({ listing, trail, perPage, onMove, onPerPage }: CursorPaginationProps) {
  const { t } = useTranslation();
  const { items, nextCursor } = listing;
  const before = trail.length * perPage;
  const range = items.length === 0 ? "0 - 0" : `${before + 1} - ${before + items.length}`;

  return (
    <Pagination
      isCompact
      data-testid="pagination"
      toggleTemplate={() => <b>{range}</b>}
      page={pageNumberOf(trail)}
      perPage={perPage}
      // One more than was seen, when there is more: enough for the control to offer the next page.
      itemCount={before + items.length + (nextCursor ? 1 : 0)}
      onNextClick={() => {
        if (nextCursor) {
          onMove(forward(trail, nextCursor));
        }
      }}
      onPreviousClick={() => {
        onMove(back(trail));
      }}
      onPerPageSelect={(_event, chosen) => {
        onPerPage(chosen);
        onMove(firstPage);
      }}
      titles={{
        paginationAriaLabel: t("keystewardPages"),
        toNextPageAriaLabel: t("keystewardNextPage"),
        toPreviousPageAriaLabel: t("keystewardPreviousPage"),
      }}
    />
  );
}
