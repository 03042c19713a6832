import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router-dom";
import { filterIn, withFilter, withoutFilter, type AuditFilter, type FilterChange } from "./filters";

const recordName = "record";

export interface AuditView {
  readonly filter: AuditFilter;
  readonly change: (change: FilterChange) => void;
  readonly clear: () => void;
  /** The id of the record that is open. */
  readonly openId: string | undefined;
  readonly open: (id: string | undefined) => void;
}

/** What is looked at stands in the address, so that a link or a reload shows the same. */
export function useAuditFilter(): AuditView {
  const [address, setAddress] = useSearchParams();
  // The same filter in another address, such as that of an open record, is the same object: no list begins anew.
  const written = JSON.stringify(filterIn(address));
  const filter = useMemo(() => JSON.parse(written) as AuditFilter, [written]);

  return {
    filter,
    change: useCallback(
      (change) => {
        setAddress((before) => withFilter(before, change));
      },
      [setAddress],
    ),
    clear: useCallback(() => {
      setAddress(withoutFilter);
    }, [setAddress]),
    openId: address.get(recordName) ?? undefined,
    open: useCallback(
      (id) => {
        setAddress((before) => {
          const after = new URLSearchParams(before);
          if (id === undefined) {
            after.delete(recordName);
          } else {
            after.set(recordName, id);
          }
          return after;
        });
      },
      [setAddress],
    ),
  };
}
