import { FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import type { PropsWithChildren } from "react";

export interface FieldProps {
  label: string;
  /** For browser tests; the error's is this with `-error`. */
  testId: string;
  help?: string | undefined;
  /** What is wrong with the value. */
  error?: string | undefined;
  isRequired?: boolean;
}

export const describedBy = (id: string) => `${id}-description`;

export const validated = (error: string | undefined) => (error ? "error" : "default");

/** A label, the control that `id` names, and below it what is wrong and what it is for. */
export function Field({
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
