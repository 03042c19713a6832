import { TextInput } from "@patternfly/react-core";
import { useId } from "react";
import { localOf, momentOf } from "../time/moments";
import { describedBy, Field, validated, type FieldProps } from "./Field";

interface MomentFieldProps extends FieldProps {
  /** ISO 8601 in UTC; undefined when the field is empty. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A day and a time of day, in the browser's time zone. */
export function MomentField({ value, onChange, ...field }: MomentFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <TextInput
        id={id}
        data-testid={field.testId}
        type="datetime-local"
        value={localOf(value)}
        isRequired={field.isRequired ?? false}
        validated={validated(field.error)}
        aria-describedby={describedBy(id)}
        onChange={(_event, changed) => {
          onChange(momentOf(changed));
        }}
      />
    </Field>
  );
}
