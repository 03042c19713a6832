import { Button, PageSection, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { PlugIcon } from "@patternfly/react-icons";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { useResources } from "../../api/Api";
import { PageProblem } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { Nothing } from "../../lists/Nothing";
import type { Place } from "../place";
import { BaseUrl } from "./BaseUrl";
import { ConnectionChange } from "./ConnectionChange";
import { connectionsOf, type Connection } from "./connections";
import { ConnectionTable } from "./ConnectionTable";
import { useConnectionDialog } from "./useConnectionDialog";

interface ConnectionListProps {
  place: Place;
  mayWrite: boolean;
}

/** The sources that provision the realm, or a tenant. */
export function ConnectionList({ place, mayWrite }: ConnectionListProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const connections = useResources(connectionsOf);
  const loaded = useLoaded(useCallback(() => connections.all(place), [connections, place]));
  const { dialog, refused, create, open, close } = useConnectionDialog(connections, place);

  const createButton = mayWrite && (
    <Button data-testid="create-connection" onClick={create}>
      {t("keystewardCreateConnection")}
    </Button>
  );
  const table = (items: readonly Connection[]) => (
    <>
      <Toolbar>
        <ToolbarContent>
          {createButton && <ToolbarItem>{createButton}</ToolbarItem>}
          <ToolbarItem alignSelf="center">
            {/* The same for all of them. */}
            {items[0] && (
              <>
                {t("keystewardScimBaseUrl")}: <BaseUrl url={items[0].baseUrl} />
              </>
            )}
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <ConnectionTable
        connections={items}
        place={place}
        {...(mayWrite && {
          onEdit: ({ id }) => {
            open("edit", id);
          },
          onRemove: ({ id }) => {
            open("remove", id);
          },
        })}
      />
    </>
  );
  return (
    <>
      <PageProblem problem={refused} onReload={loaded.reload} />
      <WhenLoaded loaded={loaded}>
        {(items) =>
          items.length === 0 ? (
            <Nothing
              icon={PlugIcon}
              title={t("keystewardNoConnections")}
              body={t("keystewardNoConnectionsHelp")}
              action={createButton}
            />
          ) : (
            <PageSection variant="light" padding={{ default: "noPadding" }}>
              {table(items)}
            </PageSection>
          )
        }
      </WhenLoaded>
      {dialog && (
        <ConnectionChange
          dialog={dialog}
          place={place}
          connections={connections}
          // It is of no use without a token, and that is issued there.
          onCreated={({ id }) => void navigate(place.addressOf(id))}
          onChanged={() => {
            close();
            loaded.reload();
          }}
          onRemoved={() => {
            close();
            loaded.reload();
          }}
          onReload={(kind, id) => {
            open(kind, id);
          }}
          onClose={close}
        />
      )}
    </>
  );
}
