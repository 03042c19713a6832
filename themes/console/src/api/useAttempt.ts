import { useCallback, useState } from "react";
import { asProblem, type Problem } from "./Problem";

interface Attempts {
  /** Why the latest attempt has failed. */
  readonly refused: Problem | undefined;
  /** Tries what is done outside of a dialog that could show why it failed. */
  readonly attempt: (action: () => Promise<void>) => Promise<void>;
  readonly forget: () => void;
}

export function useAttempt(): Attempts {
  const [refused, setRefused] = useState<Problem>();
  const forget = useCallback(() => {
    setRefused(undefined);
  }, []);
  const attempt = useCallback(async (action: () => Promise<void>) => {
    try {
      await action();
      setRefused(undefined);
    } catch (cause) {
      setRefused(asProblem(cause));
    }
  }, []);
  return { refused, attempt, forget };
}
