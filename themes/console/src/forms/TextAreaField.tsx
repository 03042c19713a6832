import { TextArea } from "@patternfly/react-core";
import { useId } from "react";
import { describedBy, Field, validated, type FieldProps } from "./Field";

interface TextAreaFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  autoFocus?: boolean;
  placeholder?: string;
  /** Tokens and JSON are read letter by letter. */
  isCode?: boolean;
}

export function TextAreaField({
  value,
  onChange,
  rows = 6,
  autoFocus = false,
  placeholder,
  isCode = false,
  ...field
}: TextAreaFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <TextArea
        id={id}
        data-testid={field.testId}
        className={isCode ? "keysteward-code" : ""}
        value={value}
        rows={rows}
        isRequired={field.isRequired ?? false}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        {...(placeholder !== undefined && { placeholder })}
        resizeOrientation="vertical"
        validated={validated(field.error)}
        aria-describedby={describedBy(id)}
        onChange={(_event, changed) => {
          onChange(changed);
        }}
      />
    </Field>
  );
}
