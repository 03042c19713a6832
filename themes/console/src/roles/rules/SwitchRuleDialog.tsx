import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { Waiting } from "../../api/WhenLoaded";
import { FormDialog } from "../../forms/FormDialog";
import { RulePreviewView } from "./RulePreviewView";
import type { AssignmentRule, Rules } from "./rules";

interface SwitchRuleDialogProps {
  tenant: string;
  rule: AssignmentRule;
  rules: Rules;
  turn: (enabled: boolean) => Promise<void>;
  onClose: () => void;
  onReload: () => void;
}

/** Turns a rule on or off, once it was seen to whom it gives its role. */
export function SwitchRuleDialog({ tenant, rule, rules, turn, onClose, onReload }: SwitchRuleDialogProps) {
  const { t } = useTranslation();
  const preview = useLoaded(useCallback(() => rules.preview(tenant, rule), [rules, tenant, rule]));
  const { name, enabled } = rule;
  return (
    <FormDialog
      title={t(enabled ? "keystewardTurnRuleOffNamed" : "keystewardTurnRuleOnNamed", { name })}
      saveTestId="confirm-switch-rule"
      saveLabel={t(enabled ? "keystewardTurnOff" : "keystewardTurnOn")}
      size="medium"
      isDanger={enabled}
      // Nobody turns on what they have not seen; to turn off, what it has given need not be known.
      isComplete={enabled || preview.value !== undefined}
      save={() => turn(!enabled)}
      onClose={onClose}
      onReload={onReload}
    >
      {() => (
        <>
          <p>{t(enabled ? "keystewardTurnRuleOffHelp" : "keystewardTurnRuleOnHelp")}</p>
          <ProblemAlert problem={preview.problem} onReload={preview.reload} />
          {!preview.value && !preview.problem && <Waiting />}
          {preview.value && <RulePreviewView preview={preview.value} />}
        </>
      )}
    </FormDialog>
  );
}
