import { TextInput } from "@patternfly/react-core";
import { useId } from "react";
import { describedBy, Field, validated, type FieldProps } from "./Field";

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "date" | undefined;
  isDisabled?: boolean;
  autoFocus?: boolean;
  placeholder?: string | undefined;
}

export function TextField({
  value,
  onChange,
  type = "text",
  isDisabled = false,
  autoFocus = false,
  placeholder,
  ...field
}: TextFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <TextInput
        id={id}
        data-testid={field.testId}
        type={type}
        value={value}
        isRequired={field.isRequired ?? false}
        isDisabled={isDisabled}
        autoFocus={autoFocus}
        autoComplete="off"
        {...(placeholder !== undefined && { placeholder })}
        validated={validated(field.error)}
        aria-describedby={describedBy(id)}
        onChange={(_event, changed) => {
          onChange(changed);
        }}
      />
    </Field>
  );
}
