import { Button, Card, CardBody, CardHeader, CardTitle } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { useNotify } from "../../notices/Notices";
import type { Connection, ConnectionResources } from "../connections/connections";
import type { Place } from "../place";
import { AccessAlert } from "./AccessAlert";
import { IssuedTokenDialog } from "./IssuedTokenDialog";
import { IssueTokenDialog } from "./IssueTokenDialog";
import { stateOf, type IssuedToken, type Token } from "./tokens";
import { TokenTable } from "./TokenTable";

type Dialog = { kind: "issue" } | { kind: "issued"; token: IssuedToken } | { kind: "revoke"; token: Token };

interface TokenCardProps {
  connection: Connection;
  place: Place;
  connections: ConnectionResources;
  mayWrite: boolean;
  onChanged: () => void;
}

/** What a source gets in with. */
export function TokenCard({ connection, place, connections, mayWrite, onChanged }: TokenCardProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [dialog, setDialog] = useState<Dialog>();
  const { id, tokens } = connection;

  const close = () => {
    setDialog(undefined);
  };
  const issueButton = mayWrite && (
    <Button
      data-testid="issue-scim-token"
      onClick={() => {
        setDialog({ kind: "issue" });
      }}
    >
      {t("keystewardIssueToken")}
    </Button>
  );
  return (
    <Card isFlat>
      <CardHeader {...(issueButton && { actions: { actions: issueButton, hasNoOffset: true } })}>
        <CardTitle component="h3">{t("keystewardScimTokens")}</CardTitle>
      </CardHeader>
      <CardBody>
        <AccessAlert tokens={tokens} />
        {tokens.length > 0 && (
          <TokenTable
            tokens={tokens}
            {...(mayWrite && {
              onRevoke: (token) => {
                setDialog({ kind: "revoke", token });
              },
            })}
          />
        )}
      </CardBody>
      {dialog?.kind === "issue" && (
        <IssueTokenDialog
          connection={connection.name}
          hasOthers={tokens.some((token) => stateOf(token, new Date()) !== "expired")}
          issue={async (token) => {
            setDialog({ kind: "issued", token: await connections.issue(place, id, token) });
            onChanged();
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === "issued" && (
        <IssuedTokenDialog token={dialog.token} baseUrl={connection.baseUrl} onClose={close} />
      )}
      {dialog?.kind === "revoke" && (
        <ConfirmDialog
          title={t("keystewardRevokeTokenNamed", { hint: dialog.token.hint })}
          confirmLabel={t("keystewardRevoke")}
          confirmTestId="confirm-revoke-scim-token"
          isDanger
          confirm={async () => {
            await connections.revoke(place, id, dialog.token.id);
            notify(t("keystewardTokenRevoked", { hint: dialog.token.hint }));
            close();
            onChanged();
          }}
          onClose={close}
        >
          {t("keystewardRevokeTokenHelp")}
        </ConfirmDialog>
      )}
    </Card>
  );
}
