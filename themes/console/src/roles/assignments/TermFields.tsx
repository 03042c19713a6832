import { Grid, GridItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { MomentField } from "../../forms/MomentField";
import { TextField } from "../../forms/TextField";
import type { TermDraft } from "./assignmentDraft";

interface TermFieldsProps {
  term: TermDraft;
  onChange: (term: TermDraft) => void;
  errorAt: (pointer: string) => string | undefined;
}

export const termPointers = ["/from", "/until", "/reason"];

/** When an assignment holds, and why. */
export function TermFields({ term, onChange, errorAt }: TermFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Grid hasGutter md={6}>
        <GridItem>
          <MomentField
            label={t("from")}
            testId="assignment-from"
            value={term.from}
            onChange={(from) => {
              onChange({ ...term, from });
            }}
            help={t("keystewardRolloutFromHelp")}
            error={errorAt("/from")}
          />
        </GridItem>
        <GridItem>
          <MomentField
            label={t("keystewardRolloutUntil")}
            testId="assignment-until"
            value={term.until}
            onChange={(until) => {
              onChange({ ...term, until });
            }}
            help={t("keystewardRolloutUntilHelp")}
            error={errorAt("/until")}
          />
        </GridItem>
      </Grid>
      <TextField
        label={t("keystewardAuditReason")}
        testId="assignment-reason"
        value={term.reason}
        onChange={(reason) => {
          onChange({ ...term, reason });
        }}
        help={t("keystewardAssignmentReasonHelp")}
        error={errorAt("/reason")}
      />
    </>
  );
}
