import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { Waiting } from "../../api/WhenLoaded";
import { ChoiceField } from "../../forms/ChoiceField";
import { FormDialog } from "../../forms/FormDialog";
import { useTimeFormat } from "../../time/useTimeFormat";
import type { Place } from "../place";
import type { AdoptableConnections, Connection, ConnectionResources } from "./connections";

interface AdoptDialogProps {
  connection: Connection;
  place: Place;
  connections: ConnectionResources;
  /** @param from the id of the other connection */
  adopt: (from: string) => Promise<void>;
  onClose: () => void;
}

/** From which other connection one takes over users and groups, and what that means. */
export function AdoptDialog({ connection, place, connections, adopt, onClose }: AdoptDialogProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const { id, name } = connection;
  const adoptable = useLoaded(useCallback(() => connections.adoptable(place, id), [connections, place, id]));
  const [from, setFrom] = useState("");
  const isPresent = adoptable.value?.others.some((other) => other.id === from) === true;

  const choices = ({ others, removed }: AdoptableConnections) => [
    { value: "", label: t("keystewardChooseConnection") },
    ...others.map((other) => ({ value: other.id, label: other.name })),
    ...removed.map((former) => ({
      value: former.id,
      label: t("keystewardRemovedConnection", { name: former.name ?? former.id, at: timeText(former.removedAt) }),
    })),
  ];
  const isNone = adoptable.value?.others.length === 0 && adoptable.value.removed.length === 0;
  return (
    <FormDialog
      title={t("keystewardAdoptNamed", { name })}
      saveLabel={t("keystewardAdopt")}
      saveTestId="confirm-adopt"
      size="medium"
      isComplete={from !== ""}
      pointers={["/from"]}
      save={() => adopt(from)}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <p>{t("keystewardAdoptHelp", { name })}</p>
          {place.tenant !== undefined && <p>{t("keystewardAdoptRolesHelp", { name })}</p>}
          <ProblemAlert problem={adoptable.problem} onReload={adoptable.reload} />
          {!adoptable.value && !adoptable.problem && <Waiting />}
          {isNone && <p data-testid="adopt-none">{t("keystewardAdoptNone")}</p>}
          {adoptable.value && !isNone && (
            <ChoiceField
              label={t("keystewardAdoptFrom")}
              testId="adopt-from"
              isRequired
              value={from}
              choices={choices(adoptable.value)}
              onChange={setFrom}
              help={isPresent ? t("keystewardAdoptPresentHelp") : undefined}
              error={errorAt("/from")}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
