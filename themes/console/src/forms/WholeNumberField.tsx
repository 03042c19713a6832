import { TextInput } from "@patternfly/react-core";
import { useId } from "react";
import { describedBy, Field, validated, type FieldProps } from "./Field";

interface WholeNumberFieldProps extends FieldProps {
  /** Undefined when the field is empty. */
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  placeholder?: string | undefined;
  max?: number;
  isDisabled?: boolean;
}

export function WholeNumberField({
  value,
  onChange,
  placeholder,
  max,
  isDisabled = false,
  ...field
}: WholeNumberFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <TextInput
        id={id}
        data-testid={field.testId}
        type="number"
        min={0}
        {...(max !== undefined && { max })}
        step={1}
        value={value ?? ""}
        isRequired={field.isRequired ?? false}
        isDisabled={isDisabled}
        {...(placeholder !== undefined && { placeholder })}
        validated={validated(field.error)}
        aria-describedby={describedBy(id)}
        onChange={(_event, changed) => {
          onChange(changed === "" ? undefined : Number(changed));
        }}
      />
    </Field>
  );
}
