import { Alert, AlertActionLink, List, ListItem, PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Problem } from "./Problem";

interface ProblemAlertProps {
  problem: Problem | undefined;
  /** JSON pointers of the fields that show their own errors. */
  shownAtFields?: readonly string[];
  /** Reads again what was to be changed or shown. */
  onReload?: (() => void) | undefined;
}

/** A failure, in the server's words. Silent when every error of it stands at its field. */
export function ProblemAlert({ problem, shownAtFields = [], onReload }: ProblemAlertProps) {
  const { t } = useTranslation();
  if (!problem) {
    return null;
  }
  const remaining = problem.beyond(shownAtFields);
  if (problem.errors.length > 0 && remaining.length === 0) {
    return null;
  }
  return (
    <Alert
      variant="danger"
      isInline
      isLiveRegion
      title={problem.message}
      data-testid="problem"
      actionLinks={
        onReload && (
          <AlertActionLink data-testid="reload" onClick={onReload}>
            {t(problem.isStale ? "keystewardReload" : "keystewardTryAgain")}
          </AlertActionLink>
        )
      }
    >
      {remaining.length > 0 && (
        <List>
          {remaining.map(({ pointer, detail }) => (
            <ListItem key={pointer}>
              <code>{pointer}</code> {detail}
            </ListItem>
          ))}
        </List>
      )}
      {problem.requestId && <small>{t("keystewardRequestId", { id: problem.requestId })}</small>}
    </Alert>
  );
}

/** A failure on the page itself, apart from what surrounds it. */
export const PageProblem = ({ problem, onReload }: Pick<ProblemAlertProps, "problem" | "onReload">) =>
  problem && (
    <PageSection variant="light">
      <ProblemAlert problem={problem} onReload={onReload} />
    </PageSection>
  );

/** A failure inside a card or panel, apart from what follows it. */
export const PanelProblem = ({ problem }: Pick<ProblemAlertProps, "problem">) =>
  problem && (
    <div className="pf-v5-u-mb-md">
      <ProblemAlert problem={problem} />
    </div>
  );
