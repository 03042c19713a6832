import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, Problem } from "../../api/Problem";
import { FormDialog } from "../../forms/FormDialog";
import { SwitchField } from "../../forms/SwitchField";
import type { Role } from "../definition/roles";
import type { Directories } from "../directory/useDirectories";
import { conditionIn, pointersOf } from "./conditions";
import { isComplete, keyOf, newRule, type RuleDraft } from "./ruleDraft";
import { RuleFields } from "./RuleFields";
import { RulePreviewView } from "./RulePreviewView";
import type { RuleContent, RuleEffect, RulePreview } from "./rules";

interface RuleDialogProps {
  known: readonly Role[];
  directories: Directories;
  /** Absent for a new one. */
  edited?: { readonly name: string; readonly enabled: boolean; readonly draft: RuleDraft };
  preview: (effect: RuleEffect) => Promise<RulePreview>;
  save: (key: string, content: RuleContent) => Promise<void>;
  onClose: () => void;
  onReload?: () => void;
}

/** A rule's fields, then for whom it would hold, and only then it is saved and switched on or not. */
export function RuleDialog({ known, directories, edited, preview, save, onClose, onReload }: RuleDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(edited?.draft ?? newRule);
  const [enabled, setEnabled] = useState(edited?.enabled ?? false);
  const [seen, setSeen] = useState<{ preview: RulePreview; effect: RuleEffect }>();
  // What saving has found wrong with a field, which stands in the form before.
  const [refusal, setRefusal] = useState<Problem>();
  const title = edited ? t("keystewardEditRule", { name: edited.name }) : t("keystewardCreateRule");

  if (seen) {
    return (
      <FormDialog
        key="preview"
        title={title}
        saveTestId="save-rule"
        size="medium"
        save={async () => {
          try {
            await save(keyOf(draft), { name: draft.name.trim(), ...seen.effect, enabled });
          } catch (cause) {
            const problem = asProblem(cause);
            if (problem.errors.length === 0) {
              throw problem;
            }
            setRefusal(problem);
            setSeen(undefined);
          }
        }}
        // Back to what was typed.
        onClose={() => {
          setSeen(undefined);
        }}
        onReload={onReload}
      >
        {() => (
          <>
            <RulePreviewView preview={seen.preview} />
            <SwitchField
              label={t("keystewardRuleEnabled")}
              testId="rule-enabled"
              value={enabled}
              onChange={setEnabled}
              help={t("keystewardRuleEnabledHelp")}
            />
          </>
        )}
      </FormDialog>
    );
  }
  const look = async () => {
    setRefusal(undefined);
    const when = conditionIn(draft.condition);
    if (!when) {
      const detail = t("keystewardFaultJson");
      throw new Problem(detail, { errors: [{ pointer: "/when", detail }] });
    }
    const path = draft.path.trim();
    const effect = { role: draft.role, ...(path !== "" && { path }), when };
    setSeen({ preview: await preview(effect), effect });
  };
  return (
    <FormDialog
      key="form"
      title={title}
      saveTestId="preview-rule"
      saveLabel={t("keystewardPreviewRule")}
      size="large"
      isComplete={isComplete(draft)}
      pointers={["/name", "/key", "/role", "/path", ...pointersOf(draft.condition)]}
      save={look}
      onClose={onClose}
      onReload={onReload}
    >
      {(errorAt) => (
        <RuleFields
          draft={draft}
          known={known}
          directories={directories}
          isKeyFixed={edited !== undefined}
          onChange={setDraft}
          errorAt={(pointer) => errorAt(pointer) ?? refusal?.of(pointer)}
        />
      )}
    </FormDialog>
  );
}
