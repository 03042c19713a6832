import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../api/Problem";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import { FormDialog } from "../../forms/FormDialog";
import { namingLines } from "../../forms/lines";
import type { Place } from "../place";
import { ImpactView } from "./ImpactView";
import { contentIn, keyOf, newRole, type RoleDraft } from "./roleDraft";
import { RoleFields } from "./RoleFields";
import type { Impact, Role, RoleContent } from "./roles";
import { stockRolePointer } from "./StockRoleFields";

interface RoleDialogProps {
  place: Place;
  known: readonly Role[];
  /** Absent for a new one. */
  edited?: { readonly name: string; readonly draft: RoleDraft };
  /** What a change would do; absent for a new role, which nobody has yet. */
  preview?: (key: string, content: RoleContent) => Promise<Impact>;
  save: (key: string, content: RoleContent) => Promise<void>;
  onClose: () => void;
  onReload?: () => void;
}

const pointers = ["/key", "/name", "/description", "/rank", "/grants", "/parents"];

/** A role's fields, and before a change is made who gains and loses what by it. */
export function RoleDialog({ place, known, edited, preview, save, onClose, onReload }: RoleDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(edited?.draft ?? newRole);
  const [impact, setImpact] = useState<Impact>();
  const key = keyOf(draft);
  const content = contentIn(draft, place);
  const title = edited ? t("keystewardEditRole", { name: edited.name }) : t("keystewardCreateRole");

  if (impact) {
    return (
      <ConfirmDialog
        title={title}
        confirmLabel={t("keystewardChangeNow")}
        confirmTestId="confirm-role-change"
        isDanger={impact.loses.length > 0}
        confirm={() => save(key, content)}
        // Back to what was typed.
        onClose={() => {
          setImpact(undefined);
        }}
        onReload={onReload}
      >
        <ImpactView impact={impact} />
      </ConfirmDialog>
    );
  }
  const submit = async () => {
    try {
      if (preview) {
        setImpact(await preview(key, content));
      } else {
        await save(key, content);
      }
    } catch (cause) {
      throw namingLines(asProblem(cause), "/grants", content.grants);
    }
  };
  return (
    <FormDialog
      title={title}
      saveTestId="save-role"
      size="large"
      isComplete={draft.name.trim() !== "" && key !== "" && draft.rank !== undefined}
      pointers={[...pointers, ...draft.stockRoles.map((_role, index) => stockRolePointer(index))]}
      save={submit}
      onClose={onClose}
      onReload={onReload}
    >
      {(errorAt) => (
        <RoleFields
          draft={draft}
          place={place}
          known={known}
          isKeyFixed={edited !== undefined}
          onChange={setDraft}
          errorAt={errorAt}
        />
      )}
    </FormDialog>
  );
}
