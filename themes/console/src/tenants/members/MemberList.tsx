import { Button } from "@patternfly/react-core";
import { UsersIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { useAttempt } from "../../api/useAttempt";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import type { Tenant } from "../tenants";
import { MemberChange, type MemberDialogOpen } from "./MemberChange";
import { isNarrowed, memberFilters, noFilter } from "./memberFilters";
import { membersOf, type Member } from "./members";
import { MemberTable } from "./MemberTable";

interface MemberListProps {
  tenant: Tenant;
  onChanged: () => void;
}

export function MemberList({ tenant, onChanged }: MemberListProps) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite() && !tenant.deletion;
  const notify = useNotify();
  const members = useResources(membersOf);
  const { alias } = tenant;
  const [filter, setFilter] = useState(noFilter);
  const [dialog, setDialog] = useState<MemberDialogOpen>();
  const { refused, attempt, forget } = useAttempt();
  const listing = useListing(
    useCallback((limit, cursor) => members.page(alias, filter, limit, cursor), [members, alias, filter]),
  );

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    forget();
    listing.reload();
    onChanged();
  };
  // Read again, so that the change is made to what holds now and not to what the list once showed.
  const openRole = (member: Member) =>
    attempt(async () => {
      setDialog({ kind: "role", member: await members.one(alias, member.id) });
    });

  const addButton = mayWrite && (
    <Button
      data-testid="add-member"
      onClick={() => {
        setDialog({ kind: "add" });
      }}
    >
      {t("keystewardAddMember")}
    </Button>
  );
  return (
    <>
      <ListView
        listing={listing}
        refused={refused}
        filters={memberFilters(filter, setFilter, t)}
        isFiltered={isNarrowed(filter)}
        actions={[addButton]}
        nothing={
          <Nothing
            icon={UsersIcon}
            title={t("keystewardNoMembers")}
            body={t("keystewardNoMembersHelp")}
            action={addButton}
          />
        }
      >
        {(items) => (
          <MemberTable
            members={items}
            onOpen={
              mayWrite
                ? (kind, member) => {
                    if (kind === "role") {
                      void openRole(member);
                    } else {
                      setDialog({ kind, member });
                    }
                  }
                : undefined
            }
          />
        )}
      </ListView>
      {dialog && (
        <MemberChange
          dialog={dialog}
          alias={alias}
          members={members}
          onChanged={changed}
          onClose={close}
          onReload={(member) => void openRole(member)}
        />
      )}
    </>
  );
}
