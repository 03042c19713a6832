import { Button, Card, CardBody, FormSection } from "@patternfly/react-core";
import { PlusCircleIcon, TrashIcon } from "@patternfly/react-icons";
import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { TextAreaField } from "../../forms/TextAreaField";
import type { Directories } from "../directory/useDirectories";
import { inForm, newTerm, termPointer, type ConditionDraft, type ConditionForm } from "./conditions";
import { TermFields } from "./TermFields";

interface ConditionFieldsProps {
  draft: ConditionDraft;
  directories: Directories;
  onChange: (draft: ConditionDraft) => void;
  errorAt: (pointer: string) => string | undefined;
}

const formTexts: Readonly<Record<ConditionForm, string>> = {
  all: "keystewardConditionAll",
  any: "keystewardConditionAny",
  json: "keystewardConditionJson",
};

/** For whom a rule holds: things side by side, or JSON for what is nested. */
export function ConditionFields({ draft, directories, onChange, errorAt }: ConditionFieldsProps) {
  const { t } = useTranslation();
  return (
    <FormSection title={t("keystewardCondition")} titleElement="h2">
      <ChoiceField
        label={t("keystewardConditionForm")}
        testId="condition-form"
        value={draft.form}
        choices={(["all", "any", "json"] as const).map((value) => ({ value, label: t(formTexts[value]) }))}
        onChange={(form) => {
          onChange(inForm(draft, form as ConditionForm));
        }}
        help={draft.form === "json" ? t("keystewardConditionJsonHelp") : undefined}
      />
      {draft.form === "json" ? (
        <TextAreaField
          label={t("keystewardConditionJson")}
          testId="condition-json"
          isRequired
          isCode
          rows={10}
          value={draft.text}
          onChange={(text) => {
            onChange({ form: "json", text });
          }}
          placeholder={'{"all": [{"group": "/staff"}, {"not": {"attribute": "department", "in": ["finance"]}}]}'}
          error={errorAt("/when")}
        />
      ) : (
        <>
          {draft.terms.map((term, index) => (
            <Card key={index} isCompact isFlat data-testid={`condition-${index}`}>
              <CardBody>
                <TermFields
                  index={index}
                  term={term}
                  directories={directories}
                  onChange={(changed) => {
                    onChange({ ...draft, terms: draft.terms.with(index, changed) });
                  }}
                  error={errorAt(termPointer(draft, index))}
                />
                {draft.terms.length > 1 && (
                  <Button
                    variant="link"
                    isDanger
                    isInline
                    icon={<TrashIcon />}
                    className="pf-v5-u-mt-md"
                    data-testid={`remove-condition-${index}`}
                    onClick={() => {
                      onChange({ ...draft, terms: draft.terms.toSpliced(index, 1) });
                    }}
                  >
                    {t("keystewardRemoveCondition", { number: index + 1 })}
                  </Button>
                )}
              </CardBody>
            </Card>
          ))}
          <div>
            <Button
              variant="link"
              isInline
              icon={<PlusCircleIcon />}
              data-testid="add-condition"
              onClick={() => {
                onChange({ ...draft, terms: [...draft.terms, newTerm] });
              }}
            >
              {t("keystewardAddCondition")}
            </Button>
          </div>
        </>
      )}
    </FormSection>
  );
}
