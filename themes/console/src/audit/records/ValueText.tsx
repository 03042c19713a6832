import { useTranslation } from "react-i18next";
import { shownOf } from "./values";

interface ValueTextProps {
  value: unknown;
  /** What was there could not be read in time. */
  isUnknown?: boolean | undefined;
}

/** A value of a record, or in words what stands in for it. */
export function ValueText({ value, isUnknown = false }: ValueTextProps) {
  const { t } = useTranslation();
  const shown = shownOf(value);
  switch (shown.kind) {
    case "none":
      return isUnknown ? <Words text={t("keystewardAuditUnknown")} help={t("keystewardAuditUnknownHelp")} /> : "–";
    case "erased":
      return <Words text={t("keystewardAuditErased")} help={t("keystewardAuditErasedHelp")} />;
    case "redacted":
      return <Words text={t("keystewardAuditRedacted")} help={t("keystewardAuditRedactedHelp")} />;
    case "digest":
      return (
        <Words
          text={t("keystewardAuditDigest", { bytes: shown.bytes })}
          help={t("keystewardAuditDigestHelp", { digest: shown.digest })}
        />
      );
    case "text":
      return <span className="keysteward-audit-value">{shown.text === "" ? '""' : shown.text}</span>;
  }
}

/** Told apart from a value that says the same. */
const Words = ({ text, help }: { text: string; help: string }) => (
  <em className="pf-v5-u-color-200" title={help}>
    {text}
  </em>
);
