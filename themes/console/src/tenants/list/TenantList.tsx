import { Button } from "@patternfly/react-core";
import { BuildingIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources, type Versioned } from "../../api/Api";
import { useAttempt } from "../../api/useAttempt";
import type { Loaded } from "../../api/useLoaded";
import { SearchField } from "../../forms/SearchField";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { licensesOf, type License } from "../license/license";
import { LicenseDialog } from "../license/LicenseDialog";
import type { Catalogue } from "../plans/planChoices";
import { tenantsOf, type NewTenant, type Tenant } from "../tenants";
import { CreateTenantDialog } from "./CreateTenantDialog";
import { TenantTable } from "./TenantTable";

type Dialog = { kind: "create" } | { kind: "license"; tenant: Tenant; license: Versioned<License> };

export function TenantList({ catalogue }: { catalogue: Loaded<Catalogue> }) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const tenants = useResources(tenantsOf);
  const licenses = useResources(licensesOf);
  const [search, setSearch] = useState("");
  const [dialog, setDialog] = useState<Dialog>();
  const { refused, attempt } = useAttempt();
  const listing = useListing(useCallback((limit, cursor) => tenants.page(search, limit, cursor), [tenants, search]));

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    listing.reload();
  };
  const create = async (tenant: NewTenant) => {
    await tenants.create(tenant);
    changed(t("keystewardTenantCreated", { name: tenant.name }));
  };
  // Read again, so that the change is made to what holds now and not to what the list once showed.
  const openLicense = (tenant: Tenant) =>
    attempt(async () => {
      setDialog({ kind: "license", tenant, license: await licenses.one(tenant.alias) });
    });

  const createButton = mayWrite && (
    <Button
      key="create"
      data-testid="create-tenant"
      isDisabled={!catalogue.value}
      onClick={() => {
        setDialog({ kind: "create" });
      }}
    >
      {t("keystewardCreateTenant")}
    </Button>
  );
  const mayGive = mayWrite && catalogue.value !== undefined && !catalogue.value.signedOnly;
  return (
    <>
      <ListView
        listing={listing}
        refused={catalogue.problem ?? refused}
        filters={[
          <SearchField
            key="search"
            testId="search-tenants"
            label={t("keystewardSearchTenants")}
            onSearch={setSearch}
          />,
        ]}
        isFiltered={search !== ""}
        actions={[createButton]}
        nothing={
          <Nothing
            icon={BuildingIcon}
            title={t("keystewardNoTenants")}
            body={t(mayWrite ? "keystewardNoTenantsHelp" : "keystewardNoTenantsToSee")}
            action={createButton}
          />
        }
      >
        {(items) => (
          <TenantTable
            tenants={items}
            catalogue={catalogue.value}
            onChangeLicense={mayGive ? (tenant) => void openLicense(tenant) : undefined}
          />
        )}
      </ListView>
      {dialog?.kind === "create" && catalogue.value && (
        <CreateTenantDialog catalogue={catalogue.value} create={create} onClose={close} />
      )}
      {dialog?.kind === "license" && catalogue.value && (
        <LicenseDialog
          key={dialog.license.version}
          tenantName={dialog.tenant.name}
          license={dialog.license.value}
          catalogue={catalogue.value}
          give={async (grant) => {
            await licenses.give(dialog.tenant.alias, grant, dialog.license.version);
            changed(t("keystewardLicenseChanged", { name: dialog.tenant.name }));
          }}
          onClose={close}
          onReload={() => void openLicense(dialog.tenant)}
        />
      )}
    </>
  );
}
