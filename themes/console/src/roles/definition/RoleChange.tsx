import { useTranslation } from "react-i18next";
import type { Versioned } from "../../api/Api";
import type { Place } from "../place";
import { DeleteRoleDialog } from "./DeleteRoleDialog";
import { draftOf } from "./roleDraft";
import { RoleDetails } from "./RoleDetails";
import { RoleDialog } from "./RoleDialog";
import type { Role, Roles } from "./roles";

export type RoleDialogOpen =
  { kind: "create" } | { kind: "edit"; role: Versioned<Role> } | { kind: "show" | "delete"; role: Role };

interface RoleChangeProps {
  dialog: RoleDialogOpen;
  place: Place;
  roles: Roles;
  /** What can be inherited, and what can stand in for a role that is deleted. */
  known: readonly Role[];
  onChanged: (notice: string) => void;
  onClose: () => void;
  onReload: (key: string) => void;
}

/** The dialog that is open over the list of roles. */
export function RoleChange({ dialog, place, roles, known, onChanged, onClose, onReload }: RoleChangeProps) {
  const { t } = useTranslation();
  switch (dialog.kind) {
    case "create":
      return (
        <RoleDialog
          place={place}
          known={known}
          save={async (key, content) => {
            await roles.create(place, key, content);
            onChanged(t("keystewardRoleCreated", { name: content.name }));
          }}
          onClose={onClose}
        />
      );
    case "edit": {
      const { value, version } = dialog.role;
      return (
        <RoleDialog
          // Another version, another form.
          key={version}
          place={place}
          known={known}
          edited={{ name: value.name, draft: draftOf(value) }}
          preview={(key, content) => roles.preview(place, key, content, version)}
          save={async (key, content) => {
            await roles.change(place, key, content, version);
            onChanged(t("keystewardDefinedRoleChanged", { name: content.name }));
          }}
          onClose={onClose}
          onReload={() => {
            onReload(value.key);
          }}
        />
      );
    }
    case "show":
      return <RoleDetails role={dialog.role} place={place} onClose={onClose} />;
    case "delete":
      return (
        <DeleteRoleDialog
          role={dialog.role}
          place={place}
          roles={roles}
          known={known}
          onDeleted={() => {
            onChanged(t("keystewardRoleDeleted", { name: dialog.role.name }));
          }}
          onClose={onClose}
        />
      );
  }
}
