import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Facts } from "../../lists/Facts";
import type { Role } from "../definition/roles";
import { nameOfKey } from "../definition/roleTexts";
import { PathText } from "../fields/PathText";
import { SourceText } from "../fields/SourceText";
import type { Decision, Explanation } from "./check";

/** A decision with the question, which may have been typed over since. */
export interface Answer {
  readonly decision: Decision;
  readonly member: string;
  readonly permission: string;
  readonly path: string;
}

/** Whether somebody may, and by what. */
export function DecisionView({ answer, known }: { answer: Answer; known: readonly Role[] }) {
  const { t } = useTranslation();
  const { decision, member, permission, path } = answer;
  const { allowed, explanation } = decision;
  return (
    <Alert
      isInline
      component="h2"
      variant={allowed ? "success" : "danger"}
      data-testid="decision"
      data-allowed={allowed}
      title={t(allowed ? "keystewardAllowed" : "keystewardNotAllowed", { member, permission })}
    >
      <p>
        {t("path")}: <PathText path={path} />
      </p>
      {explanation ? (
        <ExplanationView explanation={explanation} known={known} />
      ) : (
        !allowed && <p>{t("keystewardNotAllowedHelp")}</p>
      )}
    </Alert>
  );
}

function ExplanationView({ explanation, known }: { explanation: Explanation; known: readonly Role[] }) {
  const { t } = useTranslation();
  const { assignment, roles, grant } = explanation;
  return (
    <div className="pf-v5-u-mt-md" data-testid="explanation">
      <Facts
        facts={[
          {
            term: t("keystewardAssignedRole"),
            testId: "explanation-role",
            value: nameOfKey(known, assignment.role, t),
          },
          {
            term: t("keystewardSource"),
            testId: "explanation-source",
            value: <SourceText {...assignment} />,
          },
          {
            term: t("keystewardHoldsAt"),
            testId: "explanation-path",
            value: <PathText path={assignment.path} />,
          },
          {
            term: t("keystewardRoleChain"),
            testId: "explanation-roles",
            value: roles.map((key) => nameOfKey(known, key, t)).join(" → "),
          },
          { term: t("keystewardGrant"), testId: "explanation-grant", value: <code>{grant}</code> },
        ]}
      />
    </div>
  );
}
