import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Moments as the reader writes them, in the browser's time zone. */
export function useTimeFormat(): (moment: string) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" });
    return (moment) => format.format(new Date(moment));
  }, [i18n.language]);
}
