import { useMomentFormat } from "./useTimeFormat";

/** A moment to the second, in the browser's time zone; as it was written, in UTC, where the pointer rests. */
export function ExactTime({ moment }: { moment: string }) {
  const timeText = useMomentFormat({ dateStyle: "medium", timeStyle: "medium" });
  return (
    <time dateTime={moment} title={moment}>
      {timeText(moment)}
    </time>
  );
}
