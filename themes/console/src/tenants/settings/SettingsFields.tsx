import { ActionGroup, Button, Form } from "@patternfly/react-core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, type Problem } from "../../api/Problem";
import { ProblemAlert } from "../../api/ProblemAlert";
import { ChoiceField } from "../../forms/ChoiceField";
import { SwitchField } from "../../forms/SwitchField";
import { WholeNumberField } from "../../forms/WholeNumberField";
import { choicesOf, type Catalogue } from "../plans/planChoices";
import { deletionDaysKey, personalPlanKey, signedLicensesOnlyKey } from "./settings";
import { changesBetween, type SettingChange, type TenantSettings } from "./tenantSettings";

interface SettingsFieldsProps {
  settings: TenantSettings;
  catalogue: Catalogue;
  /** Absent for those who may only look. Rejects with a `Problem`. */
  save?: (change: SettingChange) => Promise<void>;
  onSaved: () => void;
  onReload: () => void;
}

interface Refusal {
  readonly key: string;
  readonly problem: Problem;
}

export function SettingsFields({ settings, catalogue, save, onSaved, onReload }: SettingsFieldsProps) {
  const { t } = useTranslation();
  const [form, setForm] = useState(settings);
  const [refusal, setRefusal] = useState<Refusal>();
  const [saving, setSaving] = useState(false);
  // Each setting is a resource of its own: when one is refused, those before it are saved.
  const [saved, setSaved] = useState(settings);
  const changes = changesBetween(saved, form);
  const errorOf = (key: string) => (refusal?.key === key ? refusal.problem.of("/value") : undefined);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!save) {
      return;
    }
    setSaving(true);
    setRefusal(undefined);
    for (const change of changes) {
      try {
        await save(change);
        setSaved((before) => ({ ...before, [change.field]: form[change.field] }));
      } catch (cause) {
        setRefusal({ key: change.key, problem: asProblem(cause) });
        setSaving(false);
        return;
      }
    }
    setSaving(false);
    onSaved();
  };

  return (
    <Form onSubmit={submit} noValidate className="keysteward-narrow" data-testid="tenant-settings">
      <ProblemAlert
        problem={refusal?.problem}
        shownAtFields={["/value"]}
        onReload={refusal?.problem.isStale === true ? onReload : undefined}
      />
      <ChoiceField
        label={t("keystewardPersonalPlan")}
        testId="setting-personalPlan"
        value={form.personalPlan}
        isDisabled={!save}
        choices={[{ value: "", label: t("keystewardNoPersonalTenants") }, ...choicesOf(catalogue)]}
        onChange={(personalPlan) => {
          setForm({ ...form, personalPlan });
        }}
        help={t("keystewardPersonalPlanHelp")}
        error={errorOf(personalPlanKey)}
      />
      <SwitchField
        label={t("keystewardSignedOnly")}
        testId="setting-signedLicensesOnly"
        value={form.signedOnly}
        isDisabled={!save}
        onChange={(signedOnly) => {
          setForm({ ...form, signedOnly });
        }}
        help={t("keystewardSignedOnlyHelp")}
        error={errorOf(signedLicensesOnlyKey)}
      />
      <WholeNumberField
        label={t("keystewardDeletionDays")}
        testId="setting-deletionDays"
        value={form.deletionDays}
        isDisabled={!save}
        onChange={(deletionDays) => {
          setForm({ ...form, deletionDays });
        }}
        help={t("keystewardDeletionDaysHelp")}
        error={errorOf(deletionDaysKey)}
      />
      {save && (
        <ActionGroup>
          <Button
            type="submit"
            data-testid="save-settings"
            isDisabled={changes.length === 0 || saving}
            isLoading={saving}
          >
            {t("save")}
          </Button>
          <Button
            variant="link"
            isDisabled={changes.length === 0}
            onClick={() => {
              setForm(saved);
            }}
          >
            {t("revert")}
          </Button>
        </ActionGroup>
      )}
    </Form>
  );
}
