import { FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useId } from "react";
import { describedBy, Field, validated, type FieldProps } from "./Field";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceFieldProps extends FieldProps {
  value: string;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  isDisabled?: boolean;
}

export function ChoiceField({ value, choices, onChange, isDisabled = false, ...field }: ChoiceFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <FormSelect
        id={id}
        data-testid={field.testId}
        value={value}
        isDisabled={isDisabled}
        validated={validated(field.error)}
        aria-describedby={describedBy(id)}
        onChange={(_event, chosen) => {
          onChange(chosen);
        }}
      >
        {choices.map((choice) => (
          <FormSelectOption key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </FormSelect>
    </Field>
  );
}
