import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { SwitchField } from "../../forms/SwitchField";
import { WholeNumberField } from "../../forms/WholeNumberField";
import { DraftForm } from "../../settings/DraftForm";
import { useSettingsDraft } from "../../settings/useSettingsDraft";
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

export function SettingsFields({ settings, catalogue, save, onSaved, onReload }: SettingsFieldsProps) {
  const { t } = useTranslation();
  const draft = useSettingsDraft(settings, { changesBetween, save, onSaved });
  const { form, setForm, errorOf } = draft;

  return (
    <DraftForm testId="tenant-settings" draft={draft} mayWrite={save !== undefined} onReload={onReload}>
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
    </DraftForm>
  );
}
