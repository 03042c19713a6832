import { useCallback, useState } from "react";
import type { Listing } from "../api/Api";
import { useLoaded, type Loaded } from "../api/useLoaded";
import { cursorOf, firstPage, type Trail } from "./trail";

export type PageOf<T> = (limit: number, cursor: string | undefined) => Promise<Listing<T>>;

export interface ListingInView<T> extends Loaded<Listing<T>> {
  readonly trail: Trail;
  readonly perPage: number;
  readonly move: (trail: Trail) => void;
  readonly resize: (perPage: number) => void;
  /** There is nothing on the first page, so there is nothing at all. */
  readonly isEmpty: boolean;
}

/**
 * A list that is read page by page.
 *
 * @param page remembered by the caller (`useCallback`): a new function is another list, which begins at its first page
 */
export function useListing<T>(page: PageOf<T>): ListingInView<T> {
  const [perPage, setPerPage] = useState(20);
  const [place, setPlace] = useState({ of: page, trail: firstPage });
  // A cursor is of use only in the list that it was answered for.
  const trail = place.of === page ? place.trail : firstPage;
  const loaded = useLoaded(useCallback(() => page(perPage, cursorOf(trail)), [page, perPage, trail]));

  return {
    ...loaded,
    trail,
    perPage,
    move: (to) => {
      setPlace({ of: page, trail: to });
    },
    resize: setPerPage,
    isEmpty: loaded.value?.items.length === 0 && trail.length === 0,
  };
}
