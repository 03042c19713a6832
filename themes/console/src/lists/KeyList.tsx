import { useTranslation } from "react-i18next";

/** As many as a line of a table has room for. */
const shownAtMost = 5;

interface KeyListProps {
  /** Of permissions, grants or roles. */
  keys: readonly string[];
  showsAll?: boolean;
}

/** Keys in a few words: the first of many, and how many more there are. */
export function KeyList({ keys, showsAll = false }: KeyListProps) {
  const { t } = useTranslation();
  const shown = showsAll ? keys : keys.slice(0, shownAtMost);
  const more = keys.length - shown.length;
  if (keys.length === 0) {
    return <>{t("none")}</>;
  }
  return (
    <>
      {shown.map((key, index) => (
        <span key={key}>
          {index > 0 && ", "}
          <code>{key}</code>
        </span>
      ))}
      {more > 0 && ` ${t("keystewardAndMore", { more })}`}
    </>
  );
}
