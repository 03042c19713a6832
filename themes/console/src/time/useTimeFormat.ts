import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Moments as the reader writes them, in the browser's time zone. */
export const useTimeFormat = (): ((moment: string) => string) =>
  useMomentFormat({ dateStyle: "medium", timeStyle: "short" });

/** Moments in the reader's language, in the browser's time zone unless the options name another. */
export function useMomentFormat(options: Intl.DateTimeFormatOptions): (moment: string) => string {
  const { i18n } = useTranslation();
  const written = JSON.stringify(options);
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(i18n.language, JSON.parse(written) as Intl.DateTimeFormatOptions);
    return (moment) => format.format(new Date(moment));
  }, [i18n.language, written]);
}
