import { Alert } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/Problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { Waiting } from "../../api/WhenLoaded";
import { ChoiceField } from "../../forms/ChoiceField";
import { FormDialog } from "../../forms/FormDialog";
import type { Place } from "../place";
import { ImpactView } from "./ImpactView";
import { isAssigned, type Role, type Roles } from "./roles";
import { roleChoices } from "./roleTexts";

interface DeleteRoleDialogProps {
  role: Role;
  place: Place;
  roles: Roles;
  known: readonly Role[];
  onDeleted: () => void;
  onClose: () => void;
}

/** Who loses what with the role; where it is in use, another one is chosen for its holders. */
export function DeleteRoleDialog({ role, place, roles, known, onDeleted, onClose }: DeleteRoleDialogProps) {
  const { t } = useTranslation();
  const [instead, setInstead] = useState("");
  // What the server says of it, once it has said so.
  const [use, setUse] = useState<string>();
  const load = useCallback(async () => {
    try {
      return { of: instead, impact: await roles.previewRemoval(place, role.key, instead) };
    } catch (cause) {
      const problem = asProblem(cause);
      if (!isAssigned(problem)) {
        throw problem;
      }
      setUse(problem.message);
      return { of: instead };
    }
  }, [roles, place, role.key, instead]);
  const preview = useLoaded(load);
  // That of the former choice says nothing of this one.
  const shown = preview.value?.of === instead ? preview.value : undefined;
  const impact = shown?.impact;

  const remove = async () => {
    try {
      await roles.remove(place, role.key, instead);
    } catch (cause) {
      const problem = asProblem(cause);
      if (isAssigned(problem)) {
        setUse(problem.message);
      }
      throw problem;
    }
    onDeleted();
  };
  return (
    <FormDialog
      title={t("keystewardDeleteRole", { name: role.name })}
      saveTestId="confirm-delete-role"
      saveLabel={t("delete")}
      size="medium"
      isDanger
      isComplete={impact !== undefined && (use === undefined || instead !== "")}
      pointers={["?reassignTo"]}
      save={remove}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <p>{t("keystewardDeleteRoleHelp")}</p>
          {use !== undefined && (
            <>
              <Alert component="h2" variant="warning" isInline title={use} data-testid="role-in-use" />
              <ChoiceField
                label={t("keystewardReassignTo")}
                testId="reassign-to"
                isRequired
                value={instead}
                choices={[
                  { value: "", label: t("keystewardChooseRole") },
                  ...roleChoices(
                    known.filter(({ key }) => key !== role.key),
                    t,
                  ),
                ]}
                onChange={setInstead}
                help={t("keystewardReassignToHelp")}
                error={errorAt("?reassignTo")}
              />
            </>
          )}
          <ProblemAlert problem={preview.problem} onReload={preview.reload} />
          {!shown && !preview.problem && <Waiting />}
          {impact && <ImpactView impact={impact} />}
        </>
      )}
    </FormDialog>
  );
}
