import { Alert, Button, Card, CardBody, CardTitle, List, ListItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelProblem } from "../../api/ProblemAlert";
import { useAttempt } from "../../api/useAttempt";
import { checkpointAt, findingTexts, type Finding, type Integrity, type Verification } from "./integrity";

interface Verified {
  readonly verification: Verification;
  /** The key of the last checkpoint; absent where there is none. */
  readonly kid: string | undefined;
}

/** Has the chain verified, and says in words what came out. */
export function VerifyCard({ integrity }: { integrity: Integrity }) {
  const { t } = useTranslation();
  const [verified, setVerified] = useState<Verified>();
  const [isVerifying, setIsVerifying] = useState(false);
  const { refused, attempt } = useAttempt();

  const verify = async () => {
    setIsVerifying(true);
    setVerified(undefined);
    await attempt(async () => {
      const verification = await integrity.verify();
      const latest = await integrity.checkpoints("checkpoint", 20);
      setVerified({ verification, kid: checkpointAt(latest.items, verification.signedUpTo)?.kid });
    });
    setIsVerifying(false);
  };
  return (
    <Card isFlat>
      <CardTitle component="h2">{t("keystewardAuditVerifyTitle")}</CardTitle>
      <CardBody>
        <p className="pf-v5-u-mb-md">{t("keystewardAuditVerifyHelp")}</p>
        <PanelProblem problem={refused} />
        <Button
          data-testid="verify-audit"
          isDisabled={isVerifying}
          isLoading={isVerifying}
          onClick={() => void verify()}
        >
          {t("keystewardAuditVerifyNow")}
        </Button>
        <div aria-live="polite" className="pf-v5-u-mt-md">
          {verified && <Outcome {...verified} />}
        </div>
      </CardBody>
    </Card>
  );
}

function Outcome({ verification, kid }: Verified) {
  const { t } = useTranslation();
  const { checked, finding, signedUpTo, unsigned, anchored } = verification;
  const facts = [
    t("keystewardAuditChecked", {
      records: checked.records,
      tombstones: checked.tombstones,
      from: checked.fromSeq,
      to: checked.toSeq,
    }),
    t("keystewardAuditCheckedCheckpoints", {
      checkpoints: checked.checkpoints,
      retentionCheckpoints: checked.retentionCheckpoints,
    }),
    signedUpTo === 0
      ? t("keystewardAuditSignedNothing")
      : kid === undefined
        ? t("keystewardAuditSignedUpTo", { seq: signedUpTo })
        : t("keystewardAuditSignedUpToBy", { seq: signedUpTo, kid }),
    unsigned > 0 && t("keystewardAuditUnsigned", { unsigned }),
    t(anchored ? "keystewardAuditAnchored" : "keystewardAuditNotAnchored"),
  ].filter((fact) => fact !== false);

  return (
    <Alert
      isInline
      component="h3"
      variant={finding ? "danger" : "success"}
      data-testid="audit-verification"
      data-valid={verification.valid}
      title={
        finding
          ? t("keystewardAuditInvalid", { place: placeOf(finding) })
          : t(checked.toSeq < checked.fromSeq ? "keystewardAuditValidEmpty" : "keystewardAuditValid")
      }
    >
      {finding && (
        <div className="pf-v5-u-mb-md" data-testid="audit-finding">
          <p>{t(findingTexts[finding.type])}</p>
          <p>
            <code>{finding.type}</code> {finding.detail}
          </p>
          {finding.recordId && <p>{t("keystewardAuditFindingRecord", { id: finding.recordId })}</p>}
          <p>{t("keystewardAuditFindingAdvice")}</p>
        </div>
      )}
      <List>
        {facts.map((fact) => (
          <ListItem key={fact}>{fact}</ListItem>
        ))}
      </List>
    </Alert>
  );
}

const placeOf = ({ seq, lastSeq }: Finding) => (seq === lastSeq ? seq.toString() : `${seq} – ${lastSeq}`);
