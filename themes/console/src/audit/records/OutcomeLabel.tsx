import { Label } from "@patternfly/react-core";
import { CheckCircleIcon, ExclamationCircleIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import type { AuditRecord } from "./records";
import { outcomeTexts } from "./texts";

export function OutcomeLabel({ outcome }: Pick<AuditRecord, "outcome">) {
  const { t } = useTranslation();
  return outcome.success ? (
    <Label isCompact color="green" icon={<CheckCircleIcon />} data-testid="audit-outcome">
      {t(outcomeTexts.success)}
    </Label>
  ) : (
    <Label isCompact color="red" icon={<ExclamationCircleIcon />} data-testid="audit-outcome">
      {t(outcomeTexts.failure)}
    </Label>
  );
}
