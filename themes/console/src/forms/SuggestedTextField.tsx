import { TextInput } from "@patternfly/react-core";
import { useId } from "react";
import { describedBy, Field, validated, type FieldProps } from "./Field";

export interface Suggestion {
  readonly value: string;
  readonly description?: string | undefined;
}

interface SuggestedTextFieldProps extends FieldProps {
  value: string;
  /** What is offered; anything else may be typed as well. */
  suggestions: readonly Suggestion[];
  onChange: (value: string) => void;
  autoFocus?: boolean;
  placeholder?: string | undefined;
}

export function SuggestedTextField({
  value,
  suggestions,
  onChange,
  autoFocus = false,
  placeholder,
  ...field
}: SuggestedTextFieldProps) {
  const id = useId();
  const listId = `${id}-suggestions`;
  return (
    <Field id={id} {...field}>
      <TextInput
        id={id}
        data-testid={field.testId}
        list={listId}
        value={value}
        isRequired={field.isRequired ?? false}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        {...(placeholder !== undefined && { placeholder })}
        validated={validated(field.error)}
        aria-describedby={describedBy(id)}
        onChange={(_event, changed) => {
          onChange(changed);
        }}
      />
      <datalist id={listId}>
        {suggestions.map((suggestion) => (
          <option key={suggestion.value} value={suggestion.value}>
            {suggestion.description}
          </option>
        ))}
      </datalist>
    </Field>
  );
}
