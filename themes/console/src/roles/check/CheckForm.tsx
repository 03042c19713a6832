import { ActionGroup, Button, Form, PageSection, Text, TextContent } from "@patternfly/react-core";
import { useCallback, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { asProblem, type Problem } from "../../api/Problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { SuggestedTextField } from "../../forms/SuggestedTextField";
import { membersOf } from "../../tenants/members/members";
import { MemberField } from "../fields/MemberField";
import { requireMember } from "../fields/memberIds";
import { PathField } from "../fields/PathField";
import { useRoles } from "../fields/useRoles";
import { permissionsOf } from "../permissions/permissions";
import type { Place } from "../place";
import { checksOf } from "./check";
import { DecisionView, type Answer } from "./DecisionView";

interface CheckFormProps {
  tenant: string;
  place: Place;
}

const pointers = ["/subject", "/permission", "/path"];

/** Whether a member may do something, and why. */
export function CheckForm({ tenant, place }: CheckFormProps) {
  const { t } = useTranslation();
  const checks = useResources(checksOf);
  const members = useResources(membersOf);
  const permissions = useResources(permissionsOf);
  const known = useRoles(place);
  const catalogue = useLoaded(useCallback(() => permissions.all(place), [permissions, place]));
  const [member, setMember] = useState("");
  const [permission, setPermission] = useState("");
  const [path, setPath] = useState("");
  const [answer, setAnswer] = useState<Answer>();
  const [problem, setProblem] = useState<Problem>();
  const [asking, setAsking] = useState(false);
  const isComplete = member.trim() !== "" && permission.trim() !== "";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete || asking) {
      return;
    }
    setAsking(true);
    // An answer to another question must not stand beside this one.
    setAnswer(undefined);
    setProblem(undefined);
    try {
      const subject = await requireMember(members, tenant, member, "/subject", t("keystewardNoSuchMember"));
      const asked = { permission: permission.trim(), path: path.trim() };
      const decision = await checks.explain({
        tenant,
        permission: asked.permission,
        ...(asked.path !== "" && { path: asked.path }),
        subject,
      });
      setAnswer({ decision, member: member.trim(), ...asked });
    } catch (cause) {
      setProblem(asProblem(cause));
    } finally {
      setAsking(false);
    }
  };
  return (
    <PageSection variant="light">
      <TextContent className="pf-v5-u-mb-md">
        <Text>{t("keystewardCheckAccessHelp")}</Text>
      </TextContent>
      <Form onSubmit={submit} noValidate className="keysteward-narrow" data-testid="check-access">
        <ProblemAlert problem={problem} shownAtFields={pointers} />
        <MemberField
          testId="check-member"
          tenant={tenant}
          value={member}
          onChange={setMember}
          error={problem?.of("/subject")}
        />
        <SuggestedTextField
          label={t("permission")}
          testId="check-permission"
          isRequired
          value={permission}
          suggestions={(catalogue.value ?? []).map(({ key, description }) => ({ value: key, description }))}
          onChange={setPermission}
          placeholder="journeys.publish"
          error={problem?.of("/permission")}
        />
        <PathField
          testId="check-path"
          value={path}
          onChange={setPath}
          help={t("keystewardCheckPathHelp")}
          error={problem?.of("/path")}
        />
        <ActionGroup>
          <Button type="submit" data-testid="ask-check" isDisabled={!isComplete || asking} isLoading={asking}>
            {t("keystewardCheck")}
          </Button>
        </ActionGroup>
      </Form>
      <div aria-live="polite" className="keysteward-narrow pf-v5-u-mt-lg">
        {answer && <DecisionView answer={answer} known={known.value ?? []} />}
      </div>
    </PageSection>
  );
}
