import { useTranslation } from "react-i18next";
import { useNotify } from "../../notices/Notices";
import type { Place } from "../place";
import { AdoptDialog } from "./AdoptDialog";
import { ConnectionDialog } from "./ConnectionDialog";
import type { Connection, ConnectionResources } from "./connections";
import { RemoveConnectionDialog } from "./RemoveConnectionDialog";
import type { ConnectionAct, ConnectionDialogOpen } from "./useConnectionDialog";

interface ConnectionChangeProps {
  dialog: ConnectionDialogOpen;
  place: Place;
  connections: ConnectionResources;
  onCreated?: (connection: Connection) => void;
  onChanged: () => void;
  onRemoved: () => void;
  /** Opens the dialog anew with what holds now. */
  onReload: (kind: ConnectionAct, id: string) => void;
  onClose: () => void;
}

/** The dialog that is open over connections, and what comes of it. */
export function ConnectionChange({ dialog, place, connections, onReload, onClose, ...then }: ConnectionChangeProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  if (dialog.kind === "create") {
    return (
      <ConnectionDialog
        save={async (content) => {
          const created = await connections.create(place, content);
          notify(t("keystewardConnectionCreated", { name: created.name }));
          then.onCreated?.(created);
        }}
        onClose={onClose}
      />
    );
  }
  const { kind, connection } = dialog;
  const { id, name } = connection.value;
  const reload = () => {
    onReload(kind, id);
  };
  if (kind === "edit") {
    return (
      <ConnectionDialog
        // Another version, another form.
        key={connection.version}
        connection={connection.value}
        save={async (content) => {
          await connections.change(place, id, content, connection.version);
          notify(t("keystewardConnectionChanged", { name: content.name }));
          then.onChanged();
        }}
        onClose={onClose}
        onReload={reload}
      />
    );
  }
  if (kind === "adopt") {
    return (
      <AdoptDialog
        connection={connection.value}
        place={place}
        connections={connections}
        adopt={async (from) => {
          const adopted = await connections.adopt(place, id, from);
          notify(t("keystewardAdopted", { name, ...adopted }));
          then.onChanged();
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <RemoveConnectionDialog
      key={connection.version}
      name={name}
      place={place}
      remove={async (keepRoles) => {
        await connections.remove(place, id, keepRoles, connection.version);
        notify(t("keystewardConnectionRemoved", { name }));
        then.onRemoved();
      }}
      onClose={onClose}
      onReload={reload}
    />
  );
}
