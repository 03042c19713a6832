import { Grid, GridItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { TextField } from "../../forms/TextField";
import type { Role } from "../definition/roles";
import type { Directories } from "../directory/useDirectories";
import { PathField } from "../fields/PathField";
import { RoleChoiceField } from "../fields/RoleChoiceField";
import { ConditionFields } from "./ConditionFields";
import { keyOf, type RuleDraft } from "./ruleDraft";

interface RuleFieldsProps {
  draft: RuleDraft;
  known: readonly Role[];
  directories: Directories;
  isKeyFixed: boolean;
  onChange: (draft: RuleDraft) => void;
  errorAt: (pointer: string) => string | undefined;
}

/** What a rule is called, what it gives, and to whom. */
export function RuleFields({ draft, known, directories, isKeyFixed, onChange, errorAt }: RuleFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Grid hasGutter md={6}>
        <GridItem>
          <TextField
            label={t("name")}
            testId="rule-name"
            isRequired
            autoFocus
            value={draft.name}
            onChange={(name) => {
              onChange({ ...draft, name });
            }}
            error={errorAt("/name")}
          />
        </GridItem>
        <GridItem>
          <TextField
            label={t("key")}
            testId="rule-key"
            isRequired
            isDisabled={isKeyFixed}
            value={draft.ownKey ?? keyOf(draft)}
            onChange={(ownKey) => {
              onChange({ ...draft, ownKey });
            }}
            help={t("keystewardKeyHelp")}
            error={errorAt("/key")}
          />
        </GridItem>
        <GridItem>
          <RoleChoiceField
            testId="rule-role"
            known={known}
            value={draft.role}
            onChange={(role) => {
              onChange({ ...draft, role });
            }}
            error={errorAt("/role")}
          />
        </GridItem>
        <GridItem>
          <PathField
            testId="rule-path"
            value={draft.path}
            onChange={(path) => {
              onChange({ ...draft, path });
            }}
            help={t("keystewardPathHelp")}
            error={errorAt("/path")}
          />
        </GridItem>
      </Grid>
      <ConditionFields
        draft={draft.condition}
        directories={directories}
        onChange={(condition) => {
          onChange({ ...draft, condition });
        }}
        errorAt={errorAt}
      />
    </>
  );
}
