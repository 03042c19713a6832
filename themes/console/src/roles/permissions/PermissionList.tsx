import { Button } from "@patternfly/react-core";
import { KeyIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { useLoaded } from "../../api/useLoaded";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { FilterChoice } from "../../forms/FilterChoice";
import { SearchField } from "../../forms/SearchField";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { realmPlace } from "../place";
import { groupsIn, permissionsOf, type Permission } from "./permissions";
import { PermissionTable } from "./PermissionTable";
import { RegisterDialog } from "./RegisterDialog";

type Dialog = { kind: "register" } | { kind: "delete"; permission: Permission };

const noFilter = { search: "", group: "" };

/** The catalogue of what roles can give. */
export function PermissionList() {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const permissions = useResources(permissionsOf);
  const [filter, setFilter] = useState(noFilter);
  const [dialog, setDialog] = useState<Dialog>();
  const listing = useListing(
    useCallback((limit, cursor) => permissions.page(filter, limit, cursor), [permissions, filter]),
  );
  const known = useLoaded(useCallback(() => permissions.all(realmPlace), [permissions]));
  const groups = groupsIn(known.value ?? []);

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    listing.reload();
    known.reload();
  };
  const registerButton = mayWrite && (
    <Button
      data-testid="register-permissions"
      onClick={() => {
        setDialog({ kind: "register" });
      }}
    >
      {t("keystewardRegisterPermissions")}
    </Button>
  );
  return (
    <>
      <ListView
        listing={listing}
        refused={known.problem}
        filters={[
          <SearchField
            key="search"
            testId="search-permissions"
            label={t("keystewardSearchPermissions")}
            onSearch={(search) => {
              setFilter({ ...filter, search });
            }}
          />,
          <FilterChoice
            key="group"
            testId="filter-permission-group"
            label={t("group")}
            all={t("keystewardAllGroups")}
            choices={groups.map((group) => ({ value: group, label: group }))}
            value={filter.group}
            onChange={(group) => {
              setFilter({ ...filter, group });
            }}
          />,
        ]}
        isFiltered={filter.search !== "" || filter.group !== ""}
        actions={[registerButton]}
        nothing={
          <Nothing
            icon={KeyIcon}
            title={t("keystewardNoPermissions")}
            body={t("keystewardNoPermissionsHelp")}
            action={registerButton}
          />
        }
      >
        {(items) => (
          <PermissionTable
            permissions={items}
            {...(mayWrite && {
              onDelete: (permission) => {
                setDialog({ kind: "delete", permission });
              },
            })}
          />
        )}
      </ListView>
      {dialog?.kind === "register" && (
        <RegisterDialog
          groups={groups}
          register={async (registered) => {
            const { created, updated, unchanged } = await permissions.register(registered);
            changed(t("keystewardPermissionsRegistered", { created, updated, unchanged }));
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === "delete" && (
        <ConfirmDialog
          title={t("keystewardDeletePermission", { key: dialog.permission.key })}
          confirmLabel={t("delete")}
          confirmTestId="confirm-delete-permission"
          isDanger
          confirm={async () => {
            const { key } = dialog.permission;
            await permissions.remove(key);
            changed(t("keystewardPermissionDeleted", { key }));
          }}
          onClose={close}
        >
          {t("keystewardDeletePermissionHelp")}
        </ConfirmDialog>
      )}
    </>
  );
}
