import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog";
import { SwitchField } from "../../forms/SwitchField";
import type { Place } from "../place";

interface RemoveConnectionDialogProps {
  name: string;
  place: Place;
  remove: (keepRoles: boolean) => Promise<void>;
  onClose: () => void;
  onReload: () => void;
}

/** Asks before a connection is removed, and what becomes of the roles that its groups gave. */
export function RemoveConnectionDialog({ name, place, remove, onClose, onReload }: RemoveConnectionDialogProps) {
  const { t } = useTranslation();
  const [keepsRoles, setKeepsRoles] = useState(false);
  return (
    <FormDialog
      title={t("keystewardRemoveConnectionNamed", { name })}
      saveLabel={t("remove")}
      saveTestId="confirm-remove-connection"
      isDanger
      save={() => remove(keepsRoles)}
      onClose={onClose}
      onReload={onReload}
    >
      {() => (
        <>
          <p>{t("keystewardRemoveConnectionHelp")}</p>
          {/* In the realm as a whole, groups give no roles. */}
          {place.tenant !== undefined && (
            <SwitchField
              label={t("keystewardKeepRoles")}
              testId="keep-roles"
              value={keepsRoles}
              onChange={setKeepsRoles}
              help={t("keystewardKeepRolesHelp")}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
