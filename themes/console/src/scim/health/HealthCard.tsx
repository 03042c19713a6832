import { Card, CardBody, CardTitle, Label, StackItem, Title } from "@patternfly/react-core";
import { useCallback, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PanelProblem } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { Facts } from "../../lists/Facts";
import { KeyList } from "../../lists/KeyList";
import { ExactTime } from "../../time/ExactTime";
import type { ConnectionResources } from "../connections/connections";
import type { Place } from "../place";
import { ErrorTable } from "./ErrorTable";
import { latestFirst, percentilesOf, type Health } from "./health";
import { OperationTable } from "./OperationTable";

interface HealthCardProps {
  /** Its id. */
  connection: string;
  place: Place;
  connections: ConnectionResources;
}

/** How a connection fares; nothing where the server does not look after that. */
export function HealthCard({ connection, place, connections }: HealthCardProps) {
  const { t } = useTranslation();
  const { value, problem } = useLoaded(
    useCallback(() => connections.health(place, connection), [connections, place, connection]),
  );
  if (!value && !problem) {
    return null;
  }
  return (
    <StackItem>
      <Card isFlat data-testid="connection-health">
        <CardTitle component="h3">{t("keystewardHealth")}</CardTitle>
        <CardBody>
          <PanelProblem problem={problem} />
          {value && <HealthOf health={value} />}
        </CardBody>
      </Card>
    </StackItem>
  );
}

function HealthOf({ health }: { health: Health }) {
  const { t } = useTranslation();
  const { lastSyncAt, stale, operations = [], durations, errors = [], ignored = [] } = health;
  const percentiles = percentilesOf(durations);
  return (
    <>
      <Facts
        facts={[
          {
            term: t("keystewardLastSync"),
            testId: "health-lastSyncAt",
            value: (
              <>
                {lastSyncAt === undefined ? t("keystewardNever") : <ExactTime moment={lastSyncAt} />}{" "}
                {stale && (
                  <Label color="gold" isCompact data-testid="health-stale">
                    {t("keystewardStale")}
                  </Label>
                )}
              </>
            ),
          },
          ...(percentiles.length === 0
            ? []
            : [
                {
                  term: t("keystewardRequestDuration"),
                  testId: "health-durations",
                  value: percentiles
                    .map(({ share, milliseconds }) => t("keystewardShareWithin", { share, milliseconds }))
                    .join(", "),
                },
              ]),
        ]}
      />
      {operations.length > 0 && (
        <Section title={t("keystewardOperations")}>
          <OperationTable operations={operations} />
        </Section>
      )}
      {errors.length > 0 && (
        <Section title={t("keystewardLastErrors")}>
          <ErrorTable errors={latestFirst(errors)} />
        </Section>
      )}
      {ignored.length > 0 && (
        <Section title={t("keystewardIgnoredAttributes")}>
          <p data-testid="health-ignored">
            <KeyList keys={ignored} showsAll />
          </p>
          <p className="pf-v5-u-color-200">
            <small>{t("keystewardIgnoredAttributesHelp")}</small>
          </p>
        </Section>
      )}
    </>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <Title headingLevel="h4" size="md" className="pf-v5-u-mt-lg pf-v5-u-mb-sm">
      {title}
    </Title>
    {children}
  </>
);
