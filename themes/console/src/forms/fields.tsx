import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from "@patternfly/react-core";
import { useId, type PropsWithChildren } from "react";

interface FieldProps {
  label: string;
  /** For browser tests; the error's is this with `-error`. */
  testId: string;
  help?: string | undefined;
  /** What the server finds wrong with the value. */
  error?: string | undefined;
  isRequired?: boolean;
}

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  isDisabled?: boolean;
  autoFocus?: boolean;
}

export function TextField({ value, onChange, isDisabled = false, autoFocus = false, ...field }: TextFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <TextInput
        id={id}
        data-testid={field.testId}
        value={value}
        isRequired={field.isRequired ?? false}
        isDisabled={isDisabled}
        autoFocus={autoFocus}
        autoComplete="off"
        validated={field.error ? "error" : "default"}
        aria-describedby={describedBy(id)}
        onChange={(_event, changed) => {
          onChange(changed);
        }}
      />
    </Field>
  );
}

interface WholeNumberFieldProps extends FieldProps {
  /** Undefined when the field is empty. */
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  placeholder: string;
}

export function WholeNumberField({ value, onChange, placeholder, ...field }: WholeNumberFieldProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <TextInput
        id={id}
        data-testid={field.testId}
        type="number"
        min={0}
        step={1}
        value={value ?? ""}
        placeholder={placeholder}
        validated={field.error ? "error" : "default"}
        aria-describedby={describedBy(id)}
        onChange={(_event, changed) => {
          onChange(changed === "" ? undefined : Number(changed));
        }}
      />
    </Field>
  );
}

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
        validated={field.error ? "error" : "default"}
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

const describedBy = (id: string) => `${id}-description`;

function Field({
  id,
  label,
  testId,
  help,
  error,
  isRequired = false,
  children,
}: PropsWithChildren<FieldProps & { id: string }>) {
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      {children}
      <FormHelperText>
        <HelperText id={describedBy(id)} aria-live="polite">
          {error && (
            <HelperTextItem variant="error" data-testid={`${testId}-error`}>
              {error}
            </HelperTextItem>
          )}
          {help && <HelperTextItem>{help}</HelperTextItem>}
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}
