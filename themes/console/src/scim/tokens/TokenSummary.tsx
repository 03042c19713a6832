import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useTimeFormat } from "../../time/useTimeFormat";
import { TokenHint } from "./TokenHint";
import { stateOf, type Token } from "./tokens";

/** A connection's tokens in a few words: none, or each with its end and its last use. */
export function TokenSummary({ tokens }: { tokens: readonly Token[] }) {
  const { t } = useTranslation();
  return tokens.length === 0 ? (
    <Label color="gold">{t("keystewardNoToken")}</Label>
  ) : (
    <>
      {tokens.map((token) => (
        <TokenLine key={token.id} token={token} />
      ))}
    </>
  );
}

function TokenLine({ token }: { token: Token }) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const { expiresAt, lastUsedAt } = token;
  const end =
    expiresAt === undefined
      ? t("keystewardNeverExpires")
      : t(stateOf(token, new Date()) === "expired" ? "keystewardExpiredAt" : "keystewardExpiresOn", {
          moment: timeText(expiresAt),
        });
  const use =
    lastUsedAt === undefined ? t("keystewardNeverUsed") : t("keystewardUsedAt", { moment: timeText(lastUsedAt) });
  return (
    <div>
      <TokenHint hint={token.hint} />{" "}
      <small className="pf-v5-u-color-200">
        {end}, {use}
      </small>
    </div>
  );
}
