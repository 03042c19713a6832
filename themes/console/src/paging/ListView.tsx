import { Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Problem } from "../api/Problem";
import { PageProblem } from "../api/ProblemAlert";
import { Waiting } from "../api/WhenLoaded";
import { NothingFound } from "../lists/Nothing";
import { CursorPagination } from "./CursorPagination";
import type { ListingInView } from "./useListing";

interface ListViewProps<T> {
  listing: ListingInView<T>;
  /** Why something that was tried with the list has failed. */
  refused?: Problem | undefined;
  /** The fields that narrow the list; an item of the toolbar each. */
  filters: readonly ReactNode[];
  isFiltered: boolean;
  /** The buttons above the list; an item of the toolbar each. */
  actions: readonly ReactNode[];
  /** Instead of an empty list. */
  nothing: ReactNode;
  children: (items: readonly T[]) => ReactNode;
}

/** A list with what surrounds it: filters, buttons, the pager, and what stands in its place. */
export function ListView<T>({ listing, refused, filters, isFiltered, actions, nothing, children }: ListViewProps<T>) {
  const { value, problem, isEmpty } = listing;
  const problems = (
    <>
      <PageProblem problem={problem} onReload={listing.reload} />
      <PageProblem problem={refused} onReload={refused?.isStale === true ? listing.reload : undefined} />
    </>
  );
  if (isEmpty && !isFiltered) {
    return (
      <>
        {problems}
        {nothing}
      </>
    );
  }
  return (
    <>
      {problems}
      <Toolbar>
        <ToolbarContent>
          {filters.map((filter, index) => (
            <ToolbarItem key={index} variant="search-filter">
              {filter}
            </ToolbarItem>
          ))}
          {actions.map((action, index) => action && <ToolbarItem key={index}>{action}</ToolbarItem>)}
          {value && (
            <ToolbarItem variant="pagination">
              <CursorPagination
                listing={value}
                trail={listing.trail}
                perPage={listing.perPage}
                onMove={listing.move}
                onPerPage={listing.resize}
              />
            </ToolbarItem>
          )}
        </ToolbarContent>
      </Toolbar>
      {isEmpty && <NothingFound />}
      {value && !isEmpty && children(value.items)}
      {!value && !problem && <Waiting />}
    </>
  );
}
