import { useCallback, useState } from "react";
import type { Versioned } from "../../api/Api";
import type { Problem } from "../../api/Problem";
import { useAttempt } from "../../api/useAttempt";
import type { Place } from "../place";
import type { Connection, ConnectionResources } from "./connections";

/** What can be done with a connection that is there. */
export type ConnectionAct = "edit" | "adopt" | "remove";

export type ConnectionDialogOpen = { kind: "create" } | { kind: ConnectionAct; connection: Versioned<Connection> };

interface ConnectionDialogState {
  readonly dialog: ConnectionDialogOpen | undefined;
  /** Why a dialog could not be opened. */
  readonly refused: Problem | undefined;
  readonly create: () => void;
  readonly open: (kind: ConnectionAct, id: string) => void;
  readonly close: () => void;
}

/** Which dialog is open over a list of connections, or over one of them. */
export function useConnectionDialog(connections: ConnectionResources, place: Place): ConnectionDialogState {
  const [dialog, setDialog] = useState<ConnectionDialogOpen>();
  const { refused, attempt } = useAttempt();
  const close = useCallback(() => {
    setDialog(undefined);
  }, []);
  return {
    dialog,
    refused,
    close,
    create: () => {
      setDialog({ kind: "create" });
    },
    // Read again, so that the change is made to what holds now and not to what the page once showed.
    open: (kind, id) =>
      void attempt(async () => {
        setDialog({ kind, connection: await connections.one(place, id) });
      }),
  };
}
