import { Button } from "@patternfly/react-core";
import { UserTagIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { useAttempt } from "../../api/useAttempt";
import { SearchField } from "../../forms/SearchField";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { useRoles } from "../fields/useRoles";
import type { Place } from "../place";
import { RoleChange, type RoleDialogOpen } from "./RoleChange";
import { rolesOf } from "./roles";
import { RoleTable } from "./RoleTable";

interface RoleListProps {
  place: Place;
  mayWrite: boolean;
}

/** The templates of the realm, or the roles that a tenant knows. */
export function RoleList({ place, mayWrite }: RoleListProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const roles = useResources(rolesOf);
  const [search, setSearch] = useState("");
  const [dialog, setDialog] = useState<RoleDialogOpen>();
  const { refused, attempt, forget } = useAttempt();
  const known = useRoles(place);
  const listing = useListing(
    useCallback((limit, cursor) => roles.page(place, search, limit, cursor), [roles, place, search]),
  );

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    forget();
    listing.reload();
    known.reload();
  };
  // Read again, so that the change is made to what holds now and not to what the list once showed.
  const edit = (key: string) =>
    attempt(async () => {
      setDialog({ kind: "edit", role: await roles.one(place, key) });
    });
  const createButton = mayWrite && (
    <Button
      data-testid="create-role"
      onClick={() => {
        setDialog({ kind: "create" });
      }}
    >
      {t("keystewardCreateRole")}
    </Button>
  );
  return (
    <>
      <ListView
        listing={listing}
        refused={refused ?? known.problem}
        filters={[
          <SearchField key="search" testId="search-roles" label={t("keystewardSearchRoles")} onSearch={setSearch} />,
        ]}
        isFiltered={search !== ""}
        actions={[createButton]}
        nothing={
          <Nothing
            icon={UserTagIcon}
            title={t("keystewardNoRoles")}
            body={t("keystewardNoRolesHelp")}
            action={createButton}
          />
        }
      >
        {(items) => (
          <RoleTable
            roles={items}
            place={place}
            onShow={(role) => {
              setDialog({ kind: "show", role });
            }}
            {...(mayWrite && {
              onEdit: (role) => void edit(role.key),
              onDelete: (role) => {
                setDialog({ kind: "delete", role });
              },
            })}
          />
        )}
      </ListView>
      {dialog && (
        <RoleChange
          dialog={dialog}
          place={place}
          roles={roles}
          known={known.value ?? []}
          onChanged={changed}
          onClose={close}
          onReload={(key) => void edit(key)}
        />
      )}
    </>
  );
}
