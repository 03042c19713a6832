import { useTranslation } from "react-i18next";
import type { Versioned } from "../../api/Api";
import { ConfirmDialog } from "../../forms/ConfirmDialog";
import type { Role } from "../definition/roles";
import type { Directories } from "../directory/useDirectories";
import { draftOf } from "./ruleDraft";
import { RuleDialog } from "./RuleDialog";
import type { AssignmentRule, Rules } from "./rules";
import { SwitchRuleDialog } from "./SwitchRuleDialog";

export type RuleDialogOpen =
  | { kind: "create" }
  | { kind: "edit" | "switch"; rule: Versioned<AssignmentRule> }
  | { kind: "delete"; rule: AssignmentRule };

interface RuleChangeProps {
  dialog: RuleDialogOpen;
  tenant: string;
  rules: Rules;
  known: readonly Role[];
  directories: Directories;
  onChanged: (notice: string) => void;
  onClose: () => void;
  onReload: (kind: "edit" | "switch", key: string) => void;
}

/** The dialog that is open over the list of rules. */
export function RuleChange({ dialog, tenant, rules, onChanged, onClose, onReload, ...fields }: RuleChangeProps) {
  const { t } = useTranslation();
  switch (dialog.kind) {
    case "create":
      return (
        <RuleDialog
          {...fields}
          preview={(effect) => rules.preview(tenant, effect)}
          save={async (key, content) => {
            await rules.create(tenant, { key, ...content });
            onChanged(t("keystewardRuleSaved", { name: content.name }));
          }}
          onClose={onClose}
        />
      );
    case "edit": {
      const { value, version } = dialog.rule;
      return (
        <RuleDialog
          // Another version, another form.
          key={version}
          {...fields}
          edited={{ name: value.name, enabled: value.enabled, draft: draftOf(value) }}
          preview={(effect) => rules.preview(tenant, effect)}
          save={async (key, content) => {
            await rules.change(tenant, key, content, version);
            onChanged(t("keystewardRuleSaved", { name: content.name }));
          }}
          onClose={onClose}
          onReload={() => {
            onReload("edit", value.key);
          }}
        />
      );
    }
    case "switch": {
      const { value, version } = dialog.rule;
      return (
        <SwitchRuleDialog
          key={version}
          tenant={tenant}
          rule={value}
          rules={rules}
          turn={async (enabled) => {
            const { key, ...content } = value;
            await rules.change(tenant, key, { ...content, enabled }, version);
            onChanged(t(enabled ? "keystewardRuleTurnedOn" : "keystewardRuleTurnedOff", { name: value.name }));
          }}
          onClose={onClose}
          onReload={() => {
            onReload("switch", value.key);
          }}
        />
      );
    }
    case "delete":
      return (
        <ConfirmDialog
          title={t("keystewardDeleteRule", { name: dialog.rule.name })}
          confirmLabel={t("delete")}
          confirmTestId="confirm-delete-rule"
          isDanger
          confirm={async () => {
            await rules.remove(tenant, dialog.rule.key);
            onChanged(t("keystewardRuleDeleted", { name: dialog.rule.name }));
          }}
          onClose={onClose}
        >
          {t("keystewardDeleteRuleHelp")}
        </ConfirmDialog>
      );
  }
}
