import { Button, PageSection, Text, TextContent } from "@patternfly/react-core";
import { SitemapIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { ListView } from "../../paging/ListView";
import { useListing } from "../../paging/useListing";
import { useDirectories } from "../directory/useDirectories";
import { useRoles } from "../fields/useRoles";
import type { Place } from "../place";
import { MappingDialog } from "./MappingDialog";
import { mappingsOf, type RoleMapping } from "./mappings";
import { MappingTable } from "./MappingTable";

type Dialog = { kind: "create" } | { kind: "delete"; mapping: RoleMapping };

interface MappingListProps {
  tenant: string;
  /** The id of the tenant's organization. */
  organization: string;
  place: Place;
  mayWrite: boolean;
}

/** Roles that members get by the groups of the tenant's own directory. */
export function MappingList({ tenant, organization, place, mayWrite }: MappingListProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const mappings = useResources(mappingsOf);
  const known = useRoles(place);
  const directories = useDirectories({ id: organization, alias: tenant });
  const listing = useListing(useCallback((limit, cursor) => mappings.page(tenant, limit, cursor), [mappings, tenant]));
  const [dialog, setDialog] = useState<Dialog>();

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    listing.reload();
  };
  const createButton = mayWrite && (
    <Button
      data-testid="create-mapping"
      onClick={() => {
        setDialog({ kind: "create" });
      }}
    >
      {t("keystewardCreateMapping")}
    </Button>
  );
  return (
    <>
      <PageSection variant="light" className="pf-v5-u-pb-0">
        <TextContent>
          <Text>{t("keystewardRoleMappingsHelp")}</Text>
        </TextContent>
      </PageSection>
      <ListView
        listing={listing}
        refused={known.problem}
        filters={[]}
        isFiltered={false}
        actions={[createButton]}
        nothing={
          <Nothing
            icon={SitemapIcon}
            title={t("keystewardNoMappings")}
            body={t("keystewardNoMappingsHelp")}
            action={createButton}
          />
        }
      >
        {(items) => (
          <MappingTable
            mappings={items}
            known={known.value ?? []}
            {...(mayWrite && {
              onDelete: (mapping) => {
                setDialog({ kind: "delete", mapping });
              },
            })}
          />
        )}
      </ListView>
      {dialog?.kind === "create" && (
        <MappingDialog
          known={known.value ?? []}
          groups={directories["organization-group"]}
          create={async (mapping) => {
            await mappings.create(tenant, mapping);
            changed(t("keystewardMappingCreated", { group: mapping.group }));
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === "delete" && (
        <ConfirmDialog
          title={t("keystewardDeleteMapping", { group: dialog.mapping.group })}
          confirmLabel={t("delete")}
          confirmTestId="confirm-delete-mapping"
          isDanger
          confirm={async () => {
            const { id, group } = dialog.mapping;
            await mappings.remove(tenant, id);
            changed(t("keystewardMappingDeleted", { group }));
          }}
          onClose={close}
        >
          {t("keystewardDeleteMappingHelp")}
        </ConfirmDialog>
      )}
    </>
  );
}
