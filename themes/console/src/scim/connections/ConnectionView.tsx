import { Button, Flex, FlexItem, PageSection, Stack, StackItem, Title } from "@patternfly/react-core";
import { ArrowLeftIcon } from "@patternfly/react-icons";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router-dom";
import { useResources } from "../../api/Api";
import { PanelProblem } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { HealthCard } from "../health/HealthCard";
import type { Place } from "../place";
import { TokenCard } from "../tokens/TokenCard";
import { ConnectionCard } from "./ConnectionCard";
import { ConnectionChange } from "./ConnectionChange";
import { connectionsOf } from "./connections";
import { useConnectionDialog, type ConnectionAct } from "./useConnectionDialog";

interface ConnectionViewProps {
  id: string;
  place: Place;
  mayWrite: boolean;
}

/** All about one connection. */
export function ConnectionView({ id, place, mayWrite }: ConnectionViewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const connections = useResources(connectionsOf);
  const loaded = useLoaded(useCallback(() => connections.one(place, id), [connections, place, id]));
  const { dialog, refused, open, close } = useConnectionDialog(connections, place);

  const actionButton = (kind: ConnectionAct, label: string) => (
    <Button
      variant={kind === "remove" ? "danger" : "secondary"}
      data-testid={`${kind}-connection`}
      onClick={() => {
        open(kind, id);
      }}
    >
      {label}
    </Button>
  );
  return (
    <PageSection variant="light">
      <Link to={place.addressOf()} data-testid="back-to-connections">
        <ArrowLeftIcon /> {t("keystewardAllConnections")}
      </Link>
      <PanelProblem problem={refused} />
      <WhenLoaded loaded={loaded}>
        {({ value: connection }) => (
          <Stack hasGutter className="pf-v5-u-mt-md">
            <StackItem>
              <Flex>
                <FlexItem>
                  <Title headingLevel="h2" data-testid="connection-title">
                    {connection.name}
                  </Title>
                </FlexItem>
                {mayWrite && (
                  <Flex align={{ default: "alignRight" }} spaceItems={{ default: "spaceItemsSm" }}>
                    {actionButton("edit", t("edit"))}
                    {actionButton("adopt", t("keystewardAdoptAction"))}
                    {actionButton("remove", t("remove"))}
                  </Flex>
                )}
              </Flex>
            </StackItem>
            <StackItem>
              <ConnectionCard connection={connection} />
            </StackItem>
            <StackItem>
              <TokenCard
                connection={connection}
                place={place}
                connections={connections}
                mayWrite={mayWrite}
                onChanged={loaded.reload}
              />
            </StackItem>
            <HealthCard connection={id} place={place} connections={connections} />
          </Stack>
        )}
      </WhenLoaded>
      {dialog && (
        <ConnectionChange
          dialog={dialog}
          place={place}
          connections={connections}
          onChanged={() => {
            close();
            loaded.reload();
          }}
          onRemoved={() => void navigate(place.addressOf())}
          onReload={open}
          onClose={close}
        />
      )}
    </PageSection>
  );
}
