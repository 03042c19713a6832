import { Button, Modal, ModalVariant, Title } from "@patternfly/react-core";
import { DownloadIcon } from "@patternfly/react-icons";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { PageProblem } from "../../api/ProblemAlert";
import { useAttempt } from "../../api/useAttempt";
import { Facts } from "../../lists/Facts";
import { saveFile } from "../../tenants/usage/saveFile";
import type { AuditRecord, Change } from "./records";
import { OutcomeLabel } from "./RecordTable";
import { categoryTexts } from "./recordTexts";
import { ValueText } from "./ValueText";

interface RecordDialogProps {
  record: AuditRecord;
  description: string | undefined;
  /** Absent where the record can be read, and not proved. */
  proof?: ((id: string) => Promise<Blob>) | undefined;
  onClose: () => void;
}

/** Everything that a record says. */
export function RecordDialog({ record, description, proof, onClose }: RecordDialogProps) {
  const { t } = useTranslation();
  const { refused, attempt } = useAttempt();
  const { actor, target } = record;
  const facts = [
    ["time", t("keystewardTime"), record.time],
    ["category", t("category"), t(categoryTexts[record.category] ?? record.category)],
    ["actor", t("keystewardActor"), actor.name ?? actor.type],
    ["actor-id", t("keystewardActorId"), actor.id],
    ["role", t("keystewardTenantRole"), actor.tenantRole],
    ["client", t("client"), actor.client],
    ["ip", t("ipAddress"), actor.ip],
    ["agent", t("keystewardUserAgent"), actor.userAgent],
    ["session", t("keystewardSession"), actor.session],
    ["username-hash", t("keystewardUsernameHash"), actor.usernameHash],
    ["target", t("keystewardTarget"), target?.name ?? target?.type],
    ["target-id", t("keystewardTargetId"), target?.id],
    ["tenant", t("keystewardTenant"), record.tenant],
    ["reason", t("keystewardReason"), record.outcome.reason],
    ["details", t("details"), record.details],
    ["tags", t("keystewardTags"), record.tags.length === 0 ? undefined : record.tags.join(", ")],
    ["request", t("keystewardRequestId"), record.requestId],
    ["seq", t("keystewardSeq"), record.seq],
    ["hash", t("keystewardHash"), record.hash],
  ] as const;
  return (
    <Modal
      isOpen
      variant={ModalVariant.large}
      title={record.action}
      description={description}
      onClose={onClose}
      data-testid="audit-record"
      actions={[
        ...(proof
          ? [
              <Button
                key="proof"
                variant="secondary"
                icon={<DownloadIcon />}
                data-testid="download-proof"
                onClick={() =>
                  void attempt(async () => {
                    saveFile(await proof(record.id), `audit-proof-${record.seq}.json`);
                  })
                }
              >
                {t("keystewardDownloadProof")}
              </Button>,
            ]
          : []),
        <Button key="close" variant="link" onClick={onClose}>
          {t("close")}
        </Button>,
      ]}
    >
      <PageProblem problem={refused} />
      <OutcomeLabel record={record} />
      {record.changes && record.changes.length > 0 && <ChangeTable changes={record.changes} />}
      <Facts
        facts={facts
          .filter(([, , value]) => value !== undefined)
          .map(([name, term, value]) => ({ term, testId: `record-${name}`, value: <ValueText value={value} /> }))}
      />
    </Modal>
  );
}

function ChangeTable({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Title headingLevel="h2" size="md" className="pf-v5-u-mt-md">
        {t("keystewardChanges")}
      </Title>
      <Table variant="compact" aria-label={t("keystewardChanges")} data-testid="record-changes">
        <Thead>
          <Tr>
            <Th>{t("keystewardPointer")}</Th>
            <Th>{t("keystewardBefore")}</Th>
            <Th>{t("keystewardAfter")}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {changes.map((change) => (
            <Tr key={change.pointer} data-testid={`change-${change.pointer}`}>
              <Td dataLabel={t("keystewardPointer")}>{change.pointer}</Td>
              <Td dataLabel={t("keystewardBefore")}>
                {change.beforeUnknown === true ? (
                  <em>{t("keystewardUnknown")}</em>
                ) : (
                  <ValueText value={change.before} />
                )}
              </Td>
              <Td dataLabel={t("keystewardAfter")}>
                <ValueText value={change.after} />
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </>
  );
}
