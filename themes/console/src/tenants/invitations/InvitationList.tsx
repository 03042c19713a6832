import { Button } from "@patternfly/react-core";
import { EnvelopeIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { useAttempt } from "../../api/useAttempt";
import { FilterChoice } from "../../forms/FilterChoice";
import { SearchField } from "../../forms/SearchField";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import type { Tenant } from "../tenants";
import { InvitationChange, type InvitationDialogOpen } from "./InvitationChange";
import { invitationsOf, invitationStates, type Invitation } from "./invitations";
import { InvitationTable, stateTexts } from "./InvitationTable";

interface InvitationListProps {
  tenant: Tenant;
  onChanged: () => void;
}

export function InvitationList({ tenant, onChanged }: InvitationListProps) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite() && !tenant.deletion;
  const notify = useNotify();
  const invitations = useResources(invitationsOf);
  const { alias } = tenant;
  const [search, setSearch] = useState("");
  const [state, setState] = useState("");
  const [dialog, setDialog] = useState<InvitationDialogOpen>();
  const { refused, attempt, forget } = useAttempt();
  const listing = useListing(
    useCallback(
      (limit, cursor) => invitations.page(alias, state, search, limit, cursor),
      [invitations, alias, state, search],
    ),
  );

  const reload = () => {
    forget();
    listing.reload();
    onChanged();
  };
  const close = () => {
    setDialog(undefined);
  };
  const resend = (invitation: Invitation) =>
    attempt(async () => {
      await invitations.resend(alias, invitation.id);
      notify(t("keystewardInvitationResent", { email: invitation.email }));
      reload();
    });

  const openButton = (kind: "one" | "many", label: string, variant: "primary" | "secondary") => (
    <Button
      key={kind}
      variant={variant}
      data-testid={`invite-${kind}`}
      onClick={() => {
        setDialog({ kind });
      }}
    >
      {label}
    </Button>
  );
  const buttons = mayWrite
    ? [openButton("one", t("keystewardInvite"), "primary"), openButton("many", t("keystewardInviteMany"), "secondary")]
    : [];
  return (
    <>
      <ListView
        listing={listing}
        refused={refused}
        filters={[
          <SearchField
            key="search"
            testId="search-invitations"
            label={t("keystewardSearchInvitations")}
            onSearch={setSearch}
          />,
          <FilterChoice
            key="state"
            testId="filter-state"
            label={t("keystewardState")}
            all={t("keystewardAllStates")}
            choices={invitationStates.map((one) => ({ value: one, label: t(stateTexts[one]) }))}
            value={state}
            onChange={setState}
          />,
        ]}
        isFiltered={search !== "" || state !== ""}
        actions={buttons}
        nothing={
          <Nothing
            icon={EnvelopeIcon}
            title={t("keystewardNoInvitations")}
            body={t("keystewardNoInvitationsHelp")}
            action={buttons.length > 0 && buttons}
          />
        }
      >
        {(items) => (
          <InvitationTable
            invitations={items}
            onResend={mayWrite ? (invitation) => void resend(invitation) : undefined}
            onRevoke={
              mayWrite
                ? (invitation) => {
                    setDialog({ kind: "revoke", invitation });
                  }
                : undefined
            }
          />
        )}
      </ListView>
      {dialog && (
        <InvitationChange
          dialog={dialog}
          alias={alias}
          invitations={invitations}
          onChanged={(notice) => {
            notify(notice);
            close();
            reload();
          }}
          onInvitedMany={reload}
          onClose={close}
        />
      )}
    </>
  );
}
