import { useCallback } from "react";
import { useResources } from "../../api/Api";
import { useListing } from "../../paging/useListing";
import { dutiesOf } from "../duties/duties";
import { DutyList } from "../duties/DutyList";
import { ViolationList } from "../duties/ViolationList";
import type { Place } from "../place";

/** Roles of the tenant that nobody may have together, and who has them all the same. */
export function TenantDuties({ place, mayWrite }: { place: Place; mayWrite: boolean }) {
  const duties = useResources(dutiesOf);
  const violations = useListing(
    useCallback((limit, cursor) => duties.violations(place, limit, cursor), [duties, place]),
  );
  return (
    <>
      <DutyList place={place} mayWrite={mayWrite} onChanged={violations.reload} />
      <ViolationList listing={violations} />
    </>
  );
}
