import { Checkbox } from "@patternfly/react-core";
import { useId } from "react";
import type { Choice } from "./ChoiceField";
import { describedBy, Field, type FieldProps } from "./Field";

interface ChoicesFieldProps extends FieldProps {
  value: readonly string[];
  choices: readonly Choice[];
  onChange: (value: readonly string[]) => void;
  /** Stands where there is nothing to choose. */
  none: string;
}

/** Some of many. What is chosen already and no longer offered is shown too, so that it can be taken away. */
export function ChoicesField({ value, choices, onChange, none, ...field }: ChoicesFieldProps) {
  const id = useId();
  const offered = [
    ...choices,
    ...value
      .filter((chosen) => choices.every((choice) => choice.value !== chosen))
      .map((chosen) => ({ value: chosen, label: chosen })),
  ];
  return (
    <Field id={id} {...field}>
      <div
        id={id}
        role="group"
        aria-label={field.label}
        aria-describedby={describedBy(id)}
        data-testid={field.testId}
        className="keysteward-choices"
      >
        {offered.length === 0 && none}
        {offered.map((choice) => (
          <Checkbox
            key={choice.value}
            id={`${id}-${choice.value}`}
            data-testid={`${field.testId}-${choice.value}`}
            label={choice.label}
            isChecked={value.includes(choice.value)}
            onChange={(_event, checked) => {
              onChange(checked ? [...value, choice.value] : value.filter((chosen) => chosen !== choice.value));
            }}
          />
        ))}
      </div>
    </Field>
  );
}
