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
  /** Both absent for those who may only look. */
  verify?: () => Promise<void>;
  onOpen?: (dialog: "approve" | "remove") => void;
}

/** A domain that the tenant claims, and how it stands with the proof. */
export function DomainCard({ domain, verify, onOpen }: DomainCardProps) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  const { refused, attempt } = useAttempt();
  const [verifying, setVerifying] = useState(false);
  const { name, verified, verifiedAt, verifiedBy, challenge } = domain;

  const tryToVerify = async (proof: () => Promise<void>) => {
    setVerifying(true);
    await attempt(proof);
    setVerifying(false);
  };
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
        {!verified && challenge && <ChallengeRecord domain={name} challenge={challenge} />}
      </CardBody>
      {verify && (
        <CardFooter>
          <Flex>
            {!verified && (
              <Button
                variant="secondary"
                data-testid={`verify-domain-${name}`}
                isLoading={verifying}
                isDisabled={verifying}
                onClick={() => void tryToVerify(verify)}
              >
                {t("keystewardVerify")}
              </Button>
            )}
            {!verified && openButton("approve", t("keystewardApprove"))}
            {openButton("remove", t("remove"))}
          </Flex>
        </CardFooter>
      )}
    </Card>
  );
}
