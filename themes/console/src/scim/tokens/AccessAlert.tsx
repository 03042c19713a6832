import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { accessBy, type Token } from "./tokens";

const texts = {
  none: { title: "keystewardNoTokenYet", help: "keystewardNoTokenYetHelp", variant: "info" },
  expired: { title: "keystewardTokensExpired", help: "keystewardTokensExpiredHelp", variant: "danger" },
  expiring: { title: "keystewardTokensExpiring", help: "keystewardTokensExpiringHelp", variant: "warning" },
} as const;

/** Says when a source does not get in, or soon will not. */
export function AccessAlert({ tokens }: { tokens: readonly Token[] }) {
  const { t } = useTranslation();
  const access = accessBy(tokens, new Date()) ?? "none";
  if (access === "valid") {
    return null;
  }
  const { title, help, variant } = texts[access];
  return (
    <Alert variant={variant} isInline title={t(title)} data-testid="scim-access" className="pf-v5-u-mb-sm">
      {t(help)}
    </Alert>
  );
}
