import { useEffect, useState } from "react";

const pauseMillis = 300;

/** What was typed, once nothing more has been typed for a moment: the server need not hear of every letter. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(typed);
    }, pauseMillis);
    return () => {
      clearTimeout(timer);
    };
  }, [typed]);
  return settled;
}
