import { Label, type LabelProps } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RowActions } from "../../lists/RowActions";
import { useTimeFormat } from "../../time/useTimeFormat";
import { TokenHint } from "./TokenHint";
import { stateOf, type Token, type TokenState } from "./tokens";

const states: Readonly<Record<TokenState, { text: string; color: NonNullable<LabelProps["color"]> }>> = {
  valid: { text: "keystewardTokenValid", color: "green" },
  expiring: { text: "keystewardTokenExpiring", color: "gold" },
  expired: { text: "keystewardStateExpired", color: "red" },
};

interface TokenTableProps {
  tokens: readonly Token[];
  /** Absent for those who may only look. */
  onRevoke?: (token: Token) => void;
}

export function TokenTable({ tokens, onRevoke }: TokenTableProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const momentOrNever = (moment: string | undefined) =>
    moment === undefined ? t("keystewardNever") : timeText(moment);
  return (
    <Table variant="compact" aria-label={t("keystewardScimTokens")} data-testid="scim-tokens">
      <Thead>
        <Tr>
          <Th>{t("keystewardScimToken")}</Th>
          <Th>{t("keystewardState")}</Th>
          <Th>{t("keystewardIssuedAt")}</Th>
          <Th>{t("keystewardExpiresAt")}</Th>
          <Th>{t("keystewardLastUsed")}</Th>
          <Th screenReaderText={t("keystewardActions")} />
        </Tr>
      </Thead>
      <Tbody>
        {tokens.map((token) => {
          const { text, color } = states[stateOf(token, new Date())];
          return (
            <Tr key={token.id} data-testid={`scim-token-row-${token.hint}`}>
              <Td dataLabel={t("keystewardScimToken")}>
                <TokenHint hint={token.hint} />
              </Td>
              <Td dataLabel={t("keystewardState")}>
                <Label color={color} data-testid="scim-token-state">
                  {t(text)}
                </Label>
              </Td>
              <Td dataLabel={t("keystewardIssuedAt")}>{timeText(token.createdAt)}</Td>
              <Td dataLabel={t("keystewardExpiresAt")} data-testid="scim-token-expiry">
                {momentOrNever(token.expiresAt)}
              </Td>
              <Td dataLabel={t("keystewardLastUsed")} data-testid="scim-token-use">
                {momentOrNever(token.lastUsedAt)}
              </Td>
              <Td isActionCell>
                {onRevoke && (
                  <RowActions
                    of={`…${token.hint}`}
                    actions={[
                      {
                        title: t("keystewardRevoke"),
                        "data-testid": `revoke-scim-token-${token.hint}`,
                        onClick: () => {
                          onRevoke(token);
                        },
                      },
                    ]}
                  />
                )}
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
