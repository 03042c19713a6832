import { Bullseye, Button, SearchInput, Spinner, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../access/keystewardRoles";
import type { Versioned } from "../api/Api";
import { asProblem, type Problem } from "../api/Problem";
import { PageProblem } from "../api/ProblemAlert";
import { useLoaded, type Loaded } from "../api/useLoaded";
import { useNotify } from "../notices/Notices";
import { CursorPagination } from "../paging/CursorPagination";
import { cursorOf, firstPage, type Trail } from "../paging/trail";
import { CreateTenantDialog } from "./CreateTenantDialog";
import { NoTenants, NoTenantsFound } from "./emptyStates";
import { LicenseDialog } from "./LicenseDialog";
import type { Catalogue } from "./planChoices";
import { TenantTable } from "./TenantTable";
import type { License, LicenseChange, NewTenant, Tenant, Tenants } from "./tenants";

interface TenantListProps {
  tenants: Tenants;
  catalogue: Loaded<Catalogue>;
}

type Dialog = { kind: "create" } | { kind: "license"; tenant: Tenant; license: Versioned<License> };

export function TenantList({ tenants, catalogue }: TenantListProps) {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const [search, setSearch] = useState("");
  const [trail, setTrail] = useState<Trail>(firstPage);
  const [perPage, setPerPage] = useState(20);
  const [dialog, setDialog] = useState<Dialog>();
  const [refused, setRefused] = useState<Problem>();
  const listing = useLoaded(
    useCallback(() => tenants.page(search, perPage, cursorOf(trail)), [tenants, search, perPage, trail]),
  );

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
  const openLicense = async (tenant: Tenant) => {
    try {
      setDialog({ kind: "license", tenant, license: await tenants.license(tenant.alias) });
      setRefused(undefined);
    } catch (cause) {
      setRefused(asProblem(cause));
    }
  };
  const changeLicense = async (tenant: Tenant, change: LicenseChange, version: string | undefined) => {
    await tenants.changeLicense(tenant.alias, change, version);
    changed(t("keystewardLicenseChanged", { name: tenant.name }));
  };

  const isEmpty = listing.value?.items.length === 0 && trail.length === 0;
  const createButton = mayWrite && (
    <Button
      data-testid="create-tenant"
      isDisabled={!catalogue.value}
      onClick={() => {
        setDialog({ kind: "create" });
      }}
    >
      {t("keystewardCreateTenant")}
    </Button>
  );
  return (
    <>
      <PageProblem problem={listing.problem ?? catalogue.problem ?? refused} />
      {isEmpty && search === "" ? (
        <NoTenants action={createButton} />
      ) : (
        <>
          <Toolbar>
            <ToolbarContent>
              <ToolbarItem variant="search-filter">
                <TenantSearch
                  onSearch={(text) => {
                    setSearch(text);
                    setTrail(firstPage);
                  }}
                />
              </ToolbarItem>
              {createButton && <ToolbarItem>{createButton}</ToolbarItem>}
              {listing.value && (
                <ToolbarItem variant="pagination">
                  <CursorPagination
                    listing={listing.value}
                    trail={trail}
                    perPage={perPage}
                    onMove={setTrail}
                    onPerPage={setPerPage}
                  />
                </ToolbarItem>
              )}
            </ToolbarContent>
          </Toolbar>
          {isEmpty && <NoTenantsFound search={search} />}
          {listing.value && !isEmpty && (
            <TenantTable
              tenants={listing.value.items}
              catalogue={catalogue.value}
              onChangeLicense={mayWrite && catalogue.value ? openLicense : undefined}
            />
          )}
          {!listing.value && !listing.problem && (
            <Bullseye>
              <Spinner />
            </Bullseye>
          )}
        </>
      )}
      {dialog?.kind === "create" && catalogue.value && (
        <CreateTenantDialog catalogue={catalogue.value} create={create} onClose={close} />
      )}
      {dialog?.kind === "license" && catalogue.value && (
        <LicenseDialog
          tenant={dialog.tenant}
          license={dialog.license.value}
          catalogue={catalogue.value}
          change={(change) => changeLicense(dialog.tenant, change, dialog.license.version)}
          onClose={close}
        />
      )}
    </>
  );
}

/** Searches when asked to, and when cleared, and not with every letter: the server does the searching. */
function TenantSearch({ onSearch }: { onSearch: (text: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  return (
    <SearchInput
      data-testid="search-tenants"
      aria-label={t("keystewardSearchTenants")}
      placeholder={t("keystewardSearchTenants")}
      value={typed}
      onChange={(_event, text) => {
        setTyped(text);
      }}
      onSearch={(_event, text) => {
        onSearch(text.trim());
      }}
      onClear={() => {
        setTyped("");
        onSearch("");
      }}
    />
  );
}
