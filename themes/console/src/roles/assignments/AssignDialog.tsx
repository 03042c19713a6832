import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { FormDialog } from "../../forms/FormDialog";
import type { Role } from "../definition/roles";
import { requireId } from "../directory/directory";
import { DirectoryField } from "../directory/DirectoryField";
import type { Directories } from "../directory/useDirectories";
import { PathField } from "../fields/PathField";
import { RoleChoiceField } from "../fields/RoleChoiceField";
import type { Place } from "../place";
import { assignmentIn, newAssignment } from "./assignmentDraft";
import type { NewAssignment, PrincipalType } from "./assignments";
import { principalChoices, principalTextsIn } from "./assignmentTexts";
import { TermFields, termPointers } from "./TermFields";

interface AssignDialogProps {
  place: Place;
  directories: Directories;
  known: readonly Role[];
  assign: (assignment: NewAssignment) => Promise<void>;
  onClose: () => void;
}

const whoPointer = "/principal/id";

const pointers = ["/principal/type", whoPointer, "/role", "/path", ...termPointers];

export function AssignDialog({ place, directories, known, assign, onClose }: AssignDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(newAssignment);
  const { type, who } = draft;
  const texts = principalTextsIn(place, type);

  const save = async () => {
    const id = await requireId(directories[type], who, whoPointer, t(texts.missing));
    await assign(assignmentIn(draft, id));
  };
  return (
    <FormDialog
      title={t("keystewardAssignRole")}
      saveTestId="save-assignment"
      saveLabel={t("keystewardAssign")}
      size="medium"
      isComplete={who.trim() !== "" && draft.role !== ""}
      pointers={pointers}
      save={save}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <ChoiceField
            label={t("keystewardAssignTo")}
            testId="assignment-principal-type"
            value={type}
            choices={principalChoices(place, t)}
            onChange={(chosen) => {
              // A name of the former type would mean nothing.
              setDraft({ ...draft, type: chosen as PrincipalType, who: "" });
            }}
            error={errorAt("/principal/type")}
          />
          <DirectoryField
            // Of another type, others are offered.
            key={type}
            label={t(texts.label)}
            testId="assignment-principal"
            isRequired
            directory={directories[type]}
            value={who}
            onChange={(changed) => {
              setDraft({ ...draft, who: changed });
            }}
            help={t(texts.help)}
            error={errorAt(whoPointer)}
          />
          <RoleChoiceField
            testId="assignment-role"
            known={known}
            value={draft.role}
            onChange={(role) => {
              setDraft({ ...draft, role });
            }}
            error={errorAt("/role")}
          />
          <PathField
            testId="assignment-path"
            value={draft.path}
            onChange={(path) => {
              setDraft({ ...draft, path });
            }}
            help={t(place.tenant === undefined ? "keystewardPathInTenantsHelp" : "keystewardPathHelp")}
            error={errorAt("/path")}
          />
          <TermFields
            term={draft}
            onChange={(term) => {
              setDraft({ ...draft, ...term });
            }}
            errorAt={errorAt}
          />
        </>
      )}
    </FormDialog>
  );
}
