import { useTranslation } from "react-i18next";
import { shownValue } from "./shownValue";

/** A value of a record, or what has become of it. */
export function ValueText({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const shown = shownValue(value);
  switch (shown.kind) {
    case "nothing":
      return <span aria-label={t("keystewardNoValue")}>–</span>;
    case "erased":
      return <em>{t("keystewardErased")}</em>;
    case "redacted":
      return <em>{t("keystewardRedacted")}</em>;
    case "large":
      return <em>{t("keystewardLargeValue", { bytes: shown.bytes })}</em>;
    case "text":
      return <span className="keysteward-audit-value">{shown.text}</span>;
  }
}
