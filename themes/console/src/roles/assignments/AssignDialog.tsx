import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useResources } from "../../api/Api";
import { ChoiceField } from "../../forms/ChoiceField";
import { FormDialog } from "../../forms/FormDialog";
import { TextField } from "../../forms/TextField";
import { membersOf } from "../../tenants/members/members";
import type { Role } from "../definition/roles";
import { MemberField } from "../fields/MemberField";
import { requireMember } from "../fields/memberIds";
import { PathField } from "../fields/PathField";
import { RoleChoiceField } from "../fields/RoleChoiceField";
import { assignmentIn, newAssignment } from "./assignmentDraft";
import type { NewAssignment, PrincipalType } from "./assignments";
import { principalChoices, principalTexts } from "./assignmentTexts";
import { TermFields, termPointers } from "./TermFields";

interface AssignDialogProps {
  tenant: string;
  known: readonly Role[];
  assign: (assignment: NewAssignment) => Promise<void>;
  onClose: () => void;
}

const whoPointer = "/principal/id";

const pointers = ["/principal/type", whoPointer, "/role", "/path", ...termPointers];

export function AssignDialog({ tenant, known, assign, onClose }: AssignDialogProps) {
  const { t } = useTranslation();
  const members = useResources(membersOf);
  const [draft, setDraft] = useState(newAssignment);
  const { type, who } = draft;

  const save = async () => {
    const id =
      type === "user" ? await requireMember(members, tenant, who, whoPointer, t("keystewardNoSuchMember")) : who.trim();
    await assign(assignmentIn(draft, id));
  };
  const whoField = {
    testId: "assignment-principal",
    value: who,
    onChange: (changed: string) => {
      setDraft({ ...draft, who: changed });
    },
    help: t(principalTexts[type].help),
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
            choices={principalChoices(t)}
            onChange={(chosen) => {
              // An id of the former type would mean nothing.
              setDraft({ ...draft, type: chosen as PrincipalType, who: "" });
            }}
            error={errorAt("/principal/type")}
          />
          {type === "user" ? (
            <MemberField {...whoField} tenant={tenant} error={errorAt(whoPointer)} />
          ) : (
            <TextField {...whoField} label={t("id")} isRequired error={errorAt(whoPointer)} />
          )}
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
            help={t("keystewardPathHelp")}
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
