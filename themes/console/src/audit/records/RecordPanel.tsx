import { useRealm } from "@keycloak/keycloak-admin-ui";
import {
  Button,
  DrawerActions,
  DrawerCloseButton,
  DrawerHead,
  DrawerPanelBody,
  DrawerPanelContent,
  Title,
} from "@patternfly/react-core";
import { DownloadIcon } from "@patternfly/react-icons";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { PanelProblem } from "../../api/ProblemAlert";
import { useAttempt } from "../../api/useAttempt";
import type { Loaded } from "../../api/useLoaded";
import { WhenLoaded } from "../../api/WhenLoaded";
import { saveFile } from "../../files/saveFile";
import { Facts, type Fact } from "../../lists/Facts";
import { ChangeTable } from "./ChangeTable";
import type { FilterChange } from "./filters";
import type { AuditRecord, Records } from "./records";
import { useRecordFacts } from "./useRecordFacts";

interface RecordPanelProps {
  loaded: Loaded<AuditRecord>;
  records: Records;
  descriptionOf: (action: string) => string | undefined;
  onFilter: (filter: FilterChange) => void;
  onClose: () => void;
}

/** The whole of a record, beside the list. */
export function RecordPanel({ loaded, onClose, ...panel }: RecordPanelProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const id = loaded.value?.id;
  // Those who do not see that something has opened are led to it.
  useEffect(() => {
    heading.current?.focus();
  }, [id]);
  return (
    <DrawerPanelContent widths={{ default: "width_50", "2xl": "width_33" }} data-testid="audit-record">
      <DrawerHead>
        <Title headingLevel="h2" size="lg" ref={heading} tabIndex={-1}>
          {loaded.value ? t("keystewardAuditRecord", { seq: loaded.value.seq }) : t("keystewardAuditRecordAny")}
        </Title>
        <DrawerActions>
          <DrawerCloseButton aria-label={t("close")} data-testid="close-audit-record" onClick={onClose} />
        </DrawerActions>
      </DrawerHead>
      <DrawerPanelBody>
        <WhenLoaded loaded={loaded}>{(record) => <Whole key={record.id} record={record} {...panel} />}</WhenLoaded>
      </DrawerPanelBody>
    </DrawerPanelContent>
  );
}

interface WholeProps extends Pick<RecordPanelProps, "records" | "descriptionOf" | "onFilter"> {
  record: AuditRecord;
}

function Whole({ record, records, descriptionOf, onFilter }: WholeProps) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const { refused, attempt } = useAttempt();
  const facts = useRecordFacts(record, descriptionOf(record.action), onFilter);

  return (
    <>
      <Facts facts={facts.what} />
      {record.changes && record.changes.length > 0 && (
        <>
          <Heading text={t("keystewardAuditChanges")} />
          <ChangeTable changes={record.changes} />
        </>
      )}
      <Section title={t("keystewardAuditWho")} facts={facts.who} />
      <Section title={t("keystewardAuditTarget")} facts={facts.target} />
      <Section title={t("details")} facts={facts.details} />
      <Section title={t("keystewardAuditInTheChain")} facts={facts.chain} />
      <div className="pf-v5-u-mt-md">
        <PanelProblem problem={refused} />
        <Button
          variant="secondary"
          icon={<DownloadIcon />}
          data-testid="download-audit-proof"
          onClick={() =>
            void attempt(async () => {
              saveFile(await records.proof(record.id), `audit-proof-${realm}-${record.seq}.json`);
            })
          }
        >
          {t("keystewardAuditDownloadProof")}
        </Button>
        <p className="pf-v5-u-color-200 pf-v5-u-mt-sm">
          <small>{t("keystewardAuditProofHelp")}</small>
        </p>
      </div>
    </>
  );
}

const Heading = ({ text }: { text: string }) => (
  <Title headingLevel="h3" size="md" className="pf-v5-u-mt-lg pf-v5-u-mb-sm">
    {text}
  </Title>
);

const Section = ({ title, facts }: { title: string; facts: readonly Fact[] }) =>
  facts.length > 0 && (
    <>
      <Heading text={title} />
      <Facts facts={facts} />
    </>
  );
