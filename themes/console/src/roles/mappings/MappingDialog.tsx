import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { FormDialog } from "../../forms/FormDialog";
import { TextField } from "../../forms/TextField";
import { sourceTexts } from "../assignments/assignmentTexts";
import type { Role } from "../definition/roles";
import { byName, type Directory } from "../directory/directory";
import { DirectoryField } from "../directory/DirectoryField";
import { PathField } from "../fields/PathField";
import { RoleChoiceField } from "../fields/RoleChoiceField";
import { mappingIn, mappingSources, newMapping, type NewMapping } from "./mappings";

interface MappingDialogProps {
  known: readonly Role[];
  /** Those of the tenant's organization, where SCIM puts its groups. */
  groups: Directory;
  create: (mapping: NewMapping) => Promise<void>;
  onClose: () => void;
}

const pointers = ["/source", "/identityProvider", "/group", "/role", "/path"];

export function MappingDialog({ known, groups, create, onClose }: MappingDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(newMapping);
  const names = useMemo(() => byName(groups), [groups]);
  const groupField = {
    label: t("group"),
    testId: "mapping-group",
    isRequired: true,
    value: draft.group,
    onChange: (group: string) => {
      setDraft({ ...draft, group });
    },
    help: t("keystewardMappingGroupHelp"),
  };
  return (
    <FormDialog
      title={t("keystewardCreateMapping")}
      saveTestId="save-mapping"
      size="medium"
      isComplete={draft.group.trim() !== "" && draft.role !== ""}
      pointers={pointers}
      save={() => create(mappingIn(draft))}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <ChoiceField
            label={t("keystewardSource")}
            testId="mapping-source"
            value={draft.source}
            choices={mappingSources.map((value) => ({ value, label: t(sourceTexts[value]) }))}
            onChange={(source) => {
              setDraft({ ...draft, source: source === "scim" ? "scim" : "idp" });
            }}
            error={errorAt("/source")}
          />
          {draft.source === "idp" && (
            <TextField
              label={t("keystewardIdentityProviderAlias")}
              testId="mapping-identityProvider"
              value={draft.identityProvider}
              onChange={(identityProvider) => {
                setDraft({ ...draft, identityProvider });
              }}
              help={t("keystewardMappingIdentityProviderHelp")}
              error={errorAt("/identityProvider")}
            />
          )}
          {draft.source === "scim" ? (
            <DirectoryField {...groupField} directory={names} hiddenHelp={groupField.help} error={errorAt("/group")} />
          ) : (
            <TextField {...groupField} error={errorAt("/group")} />
          )}
          <RoleChoiceField
            testId="mapping-role"
            known={known}
            value={draft.role}
            onChange={(role) => {
              setDraft({ ...draft, role });
            }}
            error={errorAt("/role")}
          />
          <PathField
            testId="mapping-path"
            value={draft.path}
            onChange={(path) => {
              setDraft({ ...draft, path });
            }}
            help={t("keystewardPathHelp")}
            error={errorAt("/path")}
          />
        </>
      )}
    </FormDialog>
  );
}
