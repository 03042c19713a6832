import { useCallback, type ComponentProps } from "react";
import { useLoaded } from "../../api/useLoaded";
import { RecordPanel } from "./RecordPanel";
import type { AuditRecord } from "./records";

interface OpenRecordProps extends Omit<ComponentProps<typeof RecordPanel>, "loaded"> {
  id: string;
  /** The record, where the list has it. */
  inView: AuditRecord | undefined;
}

/** A record that is named in the address: it may be on another page, or be none that the filter leaves. */
export function OpenRecord({ id, inView, ...panel }: OpenRecordProps) {
  const { records } = panel;
  const isInView = inView !== undefined;
  const loaded = useLoaded(
    useCallback(() => (isInView ? Promise.resolve(undefined) : records.one(id)), [records, id, isInView]),
  );
  return <RecordPanel {...panel} loaded={inView ? { ...loaded, value: inView, problem: undefined } : loaded} />;
}
