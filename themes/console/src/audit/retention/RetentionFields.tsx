import { FormFieldGroup, FormFieldGroupHeader } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { WholeNumberField } from "../../forms/WholeNumberField";
import { DraftForm } from "../../settings/DraftForm";
import { useSettingsDraft } from "../../settings/useSettingsDraft";
import { categories } from "../records/filters";
import { categoryTexts } from "../records/texts";
import {
  changesBetween,
  followed,
  retentionKeys,
  type Retention,
  type RetentionChange,
  type RetentionField,
} from "./retention";

interface RetentionFieldsProps {
  retention: Retention;
  /** Absent for those who may only look. Rejects with a `Problem`. */
  save?: (change: RetentionChange) => Promise<void>;
  onSaved: () => void;
  onReload: () => void;
}

export function RetentionFields({ retention, save, onSaved, onReload }: RetentionFieldsProps) {
  const { t } = useTranslation();
  const draft = useSettingsDraft(retention, { changesBetween, save, onSaved });
  const { form, setForm, errorOf } = draft;
  const field = (name: RetentionField) => ({
    testId: `setting-${retentionKeys[name]}`,
    value: form[name],
    isDisabled: !save,
    onChange: (days: number | undefined) => {
      setForm({ ...form, [name]: days });
    },
    error: errorOf(retentionKeys[name]),
  });

  return (
    <DraftForm testId="audit-retention" draft={draft} mayWrite={save !== undefined} onReload={onReload}>
      <p>{t("keystewardAuditRetentionHelp")}</p>
      <WholeNumberField
        {...field("days")}
        label={t("keystewardAuditRetentionDays")}
        help={t("keystewardAuditRetentionDaysHelp")}
      />
      <WholeNumberField
        {...field("minimum")}
        label={t("keystewardAuditMinimumDays")}
        help={t("keystewardAuditMinimumDaysHelp")}
      />
      <FormFieldGroup
        header={
          <FormFieldGroupHeader
            titleText={{ text: t("keystewardAuditByCategoryTitle"), id: "keysteward-audit-by-category" }}
            titleDescription={t("keystewardAuditByCategoryHelp")}
          />
        }
      >
        {categories.map((category) => (
          <WholeNumberField
            key={category}
            {...field(category)}
            label={t(categoryTexts[category])}
            placeholder={t(
              followed(category) === "minimum" ? "keystewardAuditFollowsMinimum" : "keystewardAuditFollowsDays",
              { days: form[followed(category)] },
            )}
          />
        ))}
      </FormFieldGroup>
    </DraftForm>
  );
}
