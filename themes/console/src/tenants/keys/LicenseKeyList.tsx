import { Button, PageSection, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { KeyIcon } from "@patternfly/react-icons";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMayWrite } from "../../access/keystewardRoles";
import { useResources } from "../../api/Api";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { Nothing } from "../../lists/Nothing";
import { useNotify } from "../../notices/Notices";
import { AddKeysDialog } from "./AddKeysDialog";
import { licenseKeysOf, type LicenseKey } from "./licenseKeys";
import { LicenseKeyTable } from "./LicenseKeyTable";

type Dialog = { kind: "add" } | { kind: "remove"; key: LicenseKey };

/** The keys that signed licenses are checked with. */
export function LicenseKeyList() {
  const { t } = useTranslation();
  const mayWrite = useMayWrite();
  const notify = useNotify();
  const licenseKeys = useResources(licenseKeysOf);
  const loaded = useLoaded(useCallback(() => licenseKeys.all(), [licenseKeys]));
  const [dialog, setDialog] = useState<Dialog>();

  const close = () => {
    setDialog(undefined);
  };
  const changed = (notice: string) => {
    notify(notice);
    close();
    loaded.reload();
  };
  const addButton = mayWrite && (
    <Button
      data-testid="add-license-keys"
      onClick={() => {
        setDialog({ kind: "add" });
      }}
    >
      {t("keystewardAddLicenseKeys")}
    </Button>
  );
  return (
    <>
      <WhenLoaded loaded={loaded}>
        {(keys) =>
          keys.length === 0 ? (
            <Nothing
              icon={KeyIcon}
              title={t("keystewardNoLicenseKeys")}
              body={t("keystewardNoLicenseKeysHelp")}
              action={addButton}
            />
          ) : (
            <>
              <PageSection variant="light" className="pf-v5-u-pb-0">
                {t("keystewardLicenseKeysHelp")}
              </PageSection>
              {addButton && (
                <Toolbar>
                  <ToolbarContent>
                    <ToolbarItem>{addButton}</ToolbarItem>
                  </ToolbarContent>
                </Toolbar>
              )}
              <LicenseKeyTable
                keys={keys}
                {...(mayWrite && {
                  onRemove: (key) => {
                    setDialog({ kind: "remove", key });
                  },
                })}
              />
            </>
          )
        }
      </WhenLoaded>
      {dialog?.kind === "add" && (
        <AddKeysDialog
          add={async (keys) => {
            await licenseKeys.add(keys);
            changed(t("keystewardLicenseKeysAdded"));
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === "remove" && (
        <ConfirmDialog
          title={t("keystewardDeleteLicenseKey", { kid: dialog.key.kid })}
          confirmLabel={t("delete")}
          confirmTestId="confirm-delete-license-key"
          isDanger
          confirm={async () => {
            await licenseKeys.remove(dialog.key.kid);
            changed(t("keystewardLicenseKeyDeleted", { kid: dialog.key.kid }));
          }}
          onClose={close}
        >
          {t("keystewardDeleteLicenseKeyHelp")}
        </ConfirmDialog>
      )}
    </>
  );
}
