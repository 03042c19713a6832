import { Button, Card, CardBody, CardFooter, CardTitle, Flex, Label } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelProblem } from "../../api/ProblemAlert";
import { useAttempt } from "../../api/useAttempt";
import { useTimeFormat } from "../../time/useTimeFormat";
import { ChallengeRecord } from "./ChallengeRecord";
import type { Domain } from "./domains";

interface DomainCardProps {
  domain: Domain;
  /** All absent for those who may only look. */
  claim?: () => Promise<void>;
  verify?: () => Promise<void>;
  onOpen?: (dialog: "approve" | "remove") => void;
}

/** A domain that the tenant claims, and how it stands with the proof. */
export function DomainCard({ domain, claim, verify, onOpen }: DomainCardProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const { refused, attempt } = useAttempt();
  const [trying, setTrying] = useState(false);
  const { name, verified, verifiedAt, verifiedBy, challenge } = domain;

  // What was added by stock means is no claim yet: there is nothing to prove it with.
  const isClaimed = verified || challenge !== undefined;

  const tryButton = (action: () => Promise<void>, testId: string, label: string) => (
    <Button
      variant="secondary"
      data-testid={testId}
      isLoading={trying}
      isDisabled={trying}
      onClick={async () => {
        setTrying(true);
        await attempt(action);
        setTrying(false);
      }}
    >
      {label}
    </Button>
  );
  const openButton = (kind: "approve" | "remove", label: string) =>
    onOpen && (
      <Button
        variant="link"
        isDanger={kind === "remove"}
        data-testid={`${kind}-domain-${name}`}
        onClick={() => {
          onOpen(kind);
        }}
      >
        {label}
      </Button>
    );
  return (
    <Card isCompact isFlat data-testid={`domain-${name}`}>
      <CardTitle component="h2">
        {name}{" "}
        <Label color={verified ? "green" : "gold"} data-testid={`domain-state-${name}`}>
          {t(verified ? "keystewardVerified" : "keystewardNotVerified")}
        </Label>
      </CardTitle>
      <CardBody>
        <PanelProblem problem={refused} />
        {verified && verifiedAt && (
          <p>
            {t(verifiedBy === "administrator" ? "keystewardVerifiedByAdministrator" : "keystewardVerifiedByDns", {
              moment: timeText(verifiedAt),
            })}
          </p>
        )}
        {!isClaimed && <p>{t("keystewardNotClaimed")}</p>}
        {!verified && challenge && <ChallengeRecord domain={name} challenge={challenge} />}
      </CardBody>
      {claim && verify && (
        <CardFooter>
          <Flex>
            {!isClaimed && tryButton(claim, `claim-domain-${name}`, t("keystewardClaimDomain"))}
            {isClaimed && !verified && tryButton(verify, `verify-domain-${name}`, t("keystewardVerify"))}
            {isClaimed && !verified && openButton("approve", t("keystewardApprove"))}
            {openButton("remove", t("remove"))}
          </Flex>
        </CardFooter>
      )}
    </Card>
  );
}
