import { ClipboardCopy } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Facts } from "../../lists/Facts";
import type { Domain } from "./domains";

interface ChallengeRecordProps {
  domain: string;
  challenge: NonNullable<Domain["challenge"]>;
}

/** The DNS record that whoever owns the domain is to publish. */
export function ChallengeRecord({ domain, challenge }: ChallengeRecordProps) {
  const { t } = useTranslation();
  const copied = (label: string, text: string) => (
    <ClipboardCopy
      isReadOnly
      hoverTip={t("copy")}
      clickTip={t("keystewardCopied")}
      textAriaLabel={`${label}, ${domain}`}
    >
      {text}
    </ClipboardCopy>
  );
  return (
    <>
      <p className="pf-v5-u-mb-md">{t("keystewardChallengeHelp")}</p>
      <Facts
        facts={[
          { term: t("keystewardRecordType"), testId: `challenge-type-${domain}`, value: challenge.type },
          {
            term: t("keystewardRecordName"),
            testId: `challenge-name-${domain}`,
            value: copied(t("keystewardRecordName"), challenge.name),
          },
          {
            term: t("keystewardRecordValue"),
            testId: `challenge-value-${domain}`,
            value: copied(t("keystewardRecordValue"), challenge.value),
          },
        ]}
      />
    </>
  );
}
