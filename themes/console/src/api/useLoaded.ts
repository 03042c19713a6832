import { useCallback, useEffect, useState } from "react";
import { asProblem, type Problem } from "./Problem";

export interface Loaded<T> {
  /** Absent until the first answer, and where there is nothing to load; kept while the next one is awaited. */
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  readonly reload: () => void;
}

type Outcome<T> = Pick<Loaded<T>, "value" | "problem">;

/**
 * Loads when the component appears, when `load` changes and on `reload`.
 *
 * @param load remembered by the caller (`useCallback`), since a new function means other data
 */
export function useLoaded<T>(load: () => Promise<T | undefined>): Loaded<T> {
  const [outcome, setOutcome] = useState<Outcome<T>>({ value: undefined, problem: undefined });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => {
    setRound((before) => before + 1);
  }, []);

  useEffect(() => {
    // Answers may overtake each other: only that of the latest question counts.
    let latest = true;
    load().then(
      (value) => {
        if (latest) {
          setOutcome({ value, problem: undefined });
        }
      },
      (cause: unknown) => {
        if (latest) {
          setOutcome({ value: undefined, problem: asProblem(cause) });
        }
      },
    );
    return () => {
      latest = false;
    };
  }, [load, round]);

  return { ...outcome, reload };
}
