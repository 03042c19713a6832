import { Alert, Button, Flex, FlexItem, PageSection, TextInput, Title } from "@patternfly/react-core";
import { DownloadIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { PageProblem } from "../../api/ProblemAlert";
import { useAttempt } from "../../api/useAttempt";
import { useLoaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { saveFile } from "../../tenants/usage/saveFile";
import { useTimeFormat } from "../../time/useTimeFormat";
import { findingTexts, integrityOf, type SignedCheckpoint, type Verification } from "./integrity";

/** Is the trail as it was written, and what is needed to check it without this server. */
export function IntegrityTab() {
  const { t } = useTranslation();
  const integrity = useResources(integrityOf);
  const checkpoints = useLoaded(useCallback(() => integrity.checkpoints(), [integrity]));
  const [verification, setVerification] = useState<Verification>();
  const [verifying, setVerifying] = useState(false);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const { refused, attempt } = useAttempt();

  const verify = async () => {
    setVerifying(true);
    await attempt(async () => {
      setVerification(await integrity.verify());
    });
    setVerifying(false);
    checkpoints.reload();
  };
  const day = (value: string, onChange: (day: string) => void, label: string, testId: string) => (
    <FlexItem>
      <TextInput
        type="date"
        aria-label={label}
        data-testid={testId}
        value={value}
        onChange={(_event, changed) => {
          onChange(changed);
        }}
      />
    </FlexItem>
  );
  const download = (label: string, testId: string, file: () => Promise<Blob>, name: string) => (
    <FlexItem>
      <Button
        variant="secondary"
        icon={<DownloadIcon />}
        data-testid={testId}
        onClick={() =>
          void attempt(async () => {
            saveFile(await file(), name);
          })
        }
      >
        {label}
      </Button>
    </FlexItem>
  );
  return (
    <PageSection variant="light">
      <PageProblem problem={refused} />
      <p className="pf-v5-u-mb-md">{t("keystewardIntegrityHelp")}</p>
      <Button data-testid="verify-audit" isLoading={verifying} isDisabled={verifying} onClick={() => void verify()}>
        {t("keystewardVerifyNow")}
      </Button>
      {verification && <Result of={verification} />}
      <Title headingLevel="h2" size="lg" className="pf-v5-u-mt-xl pf-v5-u-mb-sm">
        {t("keystewardExport")}
      </Title>
      <p className="pf-v5-u-mb-sm">{t("keystewardExportHelp")}</p>
      <Flex>
        {day(from, setFrom, t("keystewardFirstDay"), "export-from")}
        {day(to, setTo, t("keystewardLastDay"), "export-to")}
        {download(t("keystewardExport"), "export-audit", () => integrity.exported(from, to), "audit-export.jsonl")}
        {download(t("keystewardDownloadKeys"), "download-audit-keys", () => integrity.keys(), "audit-keys.jwks")}
      </Flex>
      <Title headingLevel="h2" size="lg" className="pf-v5-u-mt-xl">
        {t("keystewardCheckpoints")}
      </Title>
      <WhenLoaded loaded={checkpoints}>{(items) => <CheckpointTable checkpoints={items} />}</WhenLoaded>
    </PageSection>
  );
}

function Result({ of }: { of: Verification }) {
  const { t } = useTranslation();
  const { checked, finding } = of;
  return (
    <Alert
      isInline
      isLiveRegion
      className="pf-v5-u-mt-md"
      variant={of.valid ? "success" : "danger"}
      data-testid="audit-verification"
      title={
        finding
          ? t("keystewardFinding", { type: t(findingTexts[finding.type] ?? finding.type), seq: finding.seq })
          : t("keystewardValid")
      }
    >
      {finding ? (
        finding.detail
      ) : (
        <>
          {t("keystewardChecked", { ...checked, signedUpTo: of.signedUpTo, unsigned: of.unsigned })}{" "}
          {of.anchored ? t("keystewardAnchored") : t("keystewardNotAnchored")}
        </>
      )}
    </Alert>
  );
}

function CheckpointTable({ checkpoints }: { checkpoints: readonly SignedCheckpoint[] }) {
  const { t } = useTranslation();
  const timeText = useTimeFormat();
  return (
    <Table variant="compact" aria-label={t("keystewardCheckpoints")} data-testid="audit-checkpoints">
      <Thead>
        <Tr>
          <Th>{t("keystewardNumber")}</Th>
          <Th>{t("keystewardTime")}</Th>
          <Th>{t("keystewardRecords")}</Th>
          <Th>{t("keystewardKid")}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {checkpoints.map(({ number, firstSeq, lastSeq, kid, checkpoint }) => (
          <Tr key={number}>
            <Td dataLabel={t("keystewardNumber")}>{number}</Td>
            <Td dataLabel={t("keystewardTime")}>{timeText(String(checkpoint.time))}</Td>
            <Td dataLabel={t("keystewardRecords")}>{t("keystewardFromTo", { from: firstSeq, to: lastSeq })}</Td>
            <Td dataLabel={t("keystewardKid")}>{kid}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
