import { useTranslation } from "react-i18next";
import { ChoiceField } from "../../forms/ChoiceField";
import { TextAreaField } from "../../forms/TextAreaField";
import { TextField } from "../../forms/TextField";
import type { FeatureType } from "./featureValue";

interface FeatureValueFieldProps {
  label: string;
  testId: string;
  help?: string;
  error?: string | undefined;
  type: FeatureType;
  text: string;
  onChange: (text: string) => void;
  /** What a choice of no value says; a value is needed where absent. */
  none?: string;
}

/** A field that suits the type of the value. */
export function FeatureValueField({ type, text, onChange, none, ...field }: FeatureValueFieldProps) {
  const { t } = useTranslation();
  switch (type) {
    case "boolean":
      return (
        <ChoiceField
          {...field}
          value={text}
          choices={[
            ...(none === undefined ? [] : [{ value: "", label: none }]),
            { value: "true", label: t("keystewardOn") },
            { value: "false", label: t("keystewardOff") },
          ]}
          onChange={onChange}
        />
      );
    case "number":
    case "text":
      return <TextField {...field} value={text} onChange={onChange} placeholder={none} />;
    case "object":
      return <TextAreaField {...field} value={text} onChange={onChange} rows={4} isCode />;
  }
}
