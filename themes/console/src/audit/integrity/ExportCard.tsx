import { useRealm } from "@keycloak/keycloak-admin-ui";
import { ActionGroup, Button, Card, CardBody, CardTitle, Form } from "@patternfly/react-core";
import { DownloadIcon } from "@patternfly/react-icons";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { PanelProblem } from "../../api/ProblemAlert";
import { useAttempt } from "../../api/useAttempt";
import { saveFile } from "../../files/saveFile";
import { TextField } from "../../forms/TextField";
import { localOf } from "../../time/moments";
import { exportName, faultIn, momentsOf } from "./exportDays";
import type { Integrity } from "./integrity";

/** A part of the chain as a file that can be checked elsewhere. */
export function ExportCard({ integrity }: { integrity: Integrity }) {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const [days, setDays] = useState(() => {
    const today = localOf(new Date().toISOString()).slice(0, 10);
    return { first: today, last: today };
  });
  const [isExporting, setIsExporting] = useState(false);
  const { refused, attempt } = useAttempt();
  const fault = faultIn(days);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fault) {
      return;
    }
    setIsExporting(true);
    await attempt(async () => {
      const { from, to } = momentsOf(days);
      saveFile(await integrity.export(from, to), exportName(realm, days));
    });
    setIsExporting(false);
  };
  return (
    <Card isFlat>
      <CardTitle component="h2">{t("keystewardAuditExport")}</CardTitle>
      <CardBody>
        <p className="pf-v5-u-mb-md">{t("keystewardAuditExportHelp")}</p>
        <PanelProblem problem={refused} />
        <Form onSubmit={submit} noValidate className="keysteward-narrow">
          <TextField
            label={t("keystewardFirstDay")}
            testId="audit-export-first"
            type="date"
            value={days.first}
            onChange={(first) => {
              setDays({ ...days, first });
            }}
          />
          <TextField
            label={t("keystewardLastDay")}
            testId="audit-export-last"
            type="date"
            value={days.last}
            onChange={(last) => {
              setDays({ ...days, last });
            }}
            error={fault && t(fault)}
          />
          <ActionGroup>
            <Button
              type="submit"
              variant="secondary"
              icon={<DownloadIcon />}
              data-testid="export-audit"
              isDisabled={fault !== undefined || isExporting}
              isLoading={isExporting}
            >
              {t("keystewardAuditExportDays")}
            </Button>
          </ActionGroup>
        </Form>
      </CardBody>
    </Card>
  );
}
