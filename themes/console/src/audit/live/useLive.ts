import { useCallback, useEffect, useState } from "react";
import type { Problem } from "../../api/Problem";
import { withoutTimes, type AuditFilter } from "../records/filters";
import type { AuditRecord, Records } from "../records/records";
import type { ServerEvent } from "./events";
import { follow } from "./follow";

interface Heard {
  readonly records: readonly AuditRecord[];
  /** How many records the server has left out, because there were too many. */
  readonly dropped: number;
}

export interface Live extends Heard {
  /** Why nothing is heard at the moment. */
  readonly problem: Problem | undefined;
  /** Forgets the records that were heard, for when they stand in the list itself. */
  readonly forget: () => void;
}

const nothing: Heard = { records: [], dropped: 0 };

const pauseMillis = 3_000;

/**
 * What happens while the list is open.
 *
 * @param onListening called when it has begun to listen: what is read from then on leaves no gap
 */
export function useLive(records: Records, filter: AuditFilter, isOn: boolean, onListening: () => void): Live {
  const [heard, setHeard] = useState(nothing);
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => {
    setHeard(nothing);
    setProblem(undefined);
    if (!isOn) {
      return;
    }
    const stop = new AbortController();
    void follow({
      open: (lastEventId) => records.stream(withoutTimes(filter), lastEventId, stop.signal),
      lastEventId: undefined,
      onEvent: (event) => {
        setHeard((before) => withEvent(before, event));
      },
      onTrouble: (trouble) => {
        setProblem(trouble);
        if (!trouble) {
          onListening();
        }
      },
      signal: stop.signal,
      pause: () =>
        new Promise((resolve) => {
          setTimeout(resolve, pauseMillis);
        }),
    });
    return () => {
      stop.abort();
    };
  }, [records, filter, isOn, onListening]);

  return {
    ...heard,
    problem,
    forget: useCallback(() => {
      setHeard(({ dropped }) => ({ records: [], dropped }));
    }, []),
  };
}

function withEvent(heard: Heard, { name, data }: ServerEvent): Heard {
  switch (name) {
    case "record":
      return { ...heard, records: [JSON.parse(data) as AuditRecord, ...heard.records] };
    case "dropped":
      return { ...heard, dropped: heard.dropped + (JSON.parse(data) as { count: number }).count };
    default:
      return heard;
  }
}
