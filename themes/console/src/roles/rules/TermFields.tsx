import { Grid, GridItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { TextField } from "../../forms/TextField";
import type { Directory } from "../directory/directory";
import { DirectoryField } from "../directory/DirectoryField";
import type { Directories } from "../directory/useDirectories";
import { termKinds, type TermDraft, type TermKind } from "./conditions";

interface TermFieldsProps {
  /** Its place in the form, from 0. */
  index: number;
  term: TermDraft;
  onChange: (term: TermDraft) => void;
  /** What is wrong with any of its fields. */
  error: string | undefined;
  directories: Directories;
}

/** The field that says what is looked for is named after what is looked at. */
const kindTexts: Readonly<Record<TermKind, { label: string; value: string; help: string }>> = {
  attribute: {
    label: "keystewardKindAttribute",
    value: "keystewardAttributeValues",
    help: "keystewardAttributeValuesHelp",
  },
  group: { label: "keystewardPrincipalRealmGroup", value: "keystewardGroupPath", help: "keystewardGroupPathHelp" },
  organizationGroup: {
    label: "keystewardPrincipalOrganizationGroup",
    value: "keystewardGroupPath",
    help: "keystewardGroupPathHelp",
  },
  identityProvider: {
    label: "keystewardKindIdentityProvider",
    value: "keystewardIdentityProviderAlias",
    help: "keystewardIdentityProviderAliasHelp",
  },
};

/** Where the group is found that a rule looks at. */
function directoryOf(kind: TermKind, directories: Directories): Directory | undefined {
  switch (kind) {
    case "group":
      return directories["realm-group"];
    case "organizationGroup":
      return directories["organization-group"];
    case "attribute":
    case "identityProvider":
      return undefined;
  }
}

/** One thing that a rule looks at. */
export function TermFields({ index, term, onChange, error, directories }: TermFieldsProps) {
  const { t } = useTranslation();
  const valueField = {
    label: t(kindTexts[term.kind].value),
    testId: `condition-value-${index}`,
    isRequired: true,
    value: term.value,
    onChange: (value: string) => {
      onChange({ ...term, value });
    },
    help: t(kindTexts[term.kind].help),
    error,
  };
  const directory = directoryOf(term.kind, directories);
  return (
    <Grid hasGutter md={6}>
      <GridItem>
        <ChoiceField
          label={t("keystewardConditionKind")}
          testId={`condition-kind-${index}`}
          value={term.kind}
          choices={termKinds.map((kind) => ({ value: kind, label: t(kindTexts[kind].label) }))}
          onChange={(kind) => {
            // What was typed for another kind would mean something else.
            onChange({ ...term, kind: kind as TermKind, value: "" });
          }}
        />
      </GridItem>
      <GridItem>
        <ChoiceField
          label={t("keystewardConditionHolds")}
          testId={`condition-negated-${index}`}
          value={String(term.isNegated)}
          choices={[
            { value: "false", label: t("keystewardConditionIs") },
            { value: "true", label: t("keystewardConditionIsNot") },
          ]}
          onChange={(negated) => {
            onChange({ ...term, isNegated: negated === "true" });
          }}
        />
      </GridItem>
      {term.kind === "attribute" && (
        <GridItem>
          <TextField
            label={t("keystewardAttributeName")}
            testId={`condition-attribute-${index}`}
            isRequired
            value={term.attribute}
            onChange={(attribute) => {
              onChange({ ...term, attribute });
            }}
          />
        </GridItem>
      )}
      <GridItem md={term.kind === "attribute" ? 6 : 12}>
        {directory ? (
          // What is meant by a path is for the server to say: there need be no such group yet.
          <DirectoryField key={term.kind} {...valueField} directory={directory} hiddenHelp={valueField.help} />
        ) : (
          <TextField {...valueField} />
        )}
      </GridItem>
    </Grid>
  );
}
