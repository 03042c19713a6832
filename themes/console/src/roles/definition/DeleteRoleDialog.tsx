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
import { isAssignable, isAssigned, type Impact, type Role, type Roles } from "./roles";
import { roleChoices } from "./roleTexts";

/** What deleting would do, with the choice that was asked about. */
interface Preview {
  readonly of: string;
  readonly impact?: Impact;
  /** Why it stays without another one in its place. */
  readonly use?: string;
}

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
  // Whether it was refused to delete it without another one.
  const [isNeeded, setIsNeeded] = useState(false);
  const load = useCallback(async (): Promise<Preview> => {
    try {
      return { of: instead, impact: await roles.previewRemoval(place, role.key, instead) };
    } catch (cause) {
      const problem = asProblem(cause);
      if (!isAssigned(problem)) {
        throw problem;
      }
      setIsNeeded(true);
      return { of: instead, use: problem.message };
    }
  }, [roles, place, role.key, instead]);
  const preview = useLoaded(load);
  // That of the former choice says nothing of this one.
  const shown = preview.value?.of === instead ? preview.value : undefined;
  const impact = shown?.impact;
  const offersOther = isNeeded || instead !== "" || (impact !== undefined && impact.affected > 0);

  const remove = async () => {
    try {
      await roles.remove(place, role.key, instead);
    } catch (cause) {
      const problem = asProblem(cause);
      setIsNeeded(isAssigned(problem));
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
      isComplete={impact !== undefined && (!isNeeded || instead !== "")}
      pointers={["?reassignTo"]}
      save={remove}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <p>{t("keystewardDeleteRoleHelp")}</p>
          {shown?.use !== undefined && <Alert component="h2" variant="warning" isInline title={shown.use} />}
          {offersOther && (
            <ChoiceField
              label={t("keystewardReassignTo")}
              testId="reassign-to"
              isRequired={isNeeded}
              value={instead}
              choices={[
                { value: "", label: t("keystewardChooseRole") },
                ...roleChoices(
                  known.filter((other) => other.key !== role.key && isAssignable(other)),
                  t,
                ),
              ]}
              onChange={setInstead}
              help={t("keystewardReassignToHelp")}
              error={errorAt("?reassignTo") ?? preview.problem?.of("?reassignTo")}
            />
          )}
          <ProblemAlert
            problem={preview.problem}
            shownAtFields={offersOther ? ["?reassignTo"] : []}
            onReload={preview.reload}
          />
          {!shown && !preview.problem && <Waiting />}
          {impact && <ImpactView impact={impact} />}
        </>
      )}
    </FormDialog>
  );
}
