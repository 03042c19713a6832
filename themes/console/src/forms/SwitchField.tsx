import { FormGroup, FormHelperText, HelperText, HelperTextItem, Switch } from "@patternfly/react-core";
import { useId } from "react";
import { describedBy, type FieldProps } from "./Field";

interface SwitchFieldProps extends FieldProps {
  value: boolean;
  onChange: (value: boolean) => void;
  isDisabled?: boolean;
}

/** The label stands beside the switch, where it is part of what can be clicked. */
export function SwitchField({ label, testId, help, error, value, onChange, isDisabled = false }: SwitchFieldProps) {
  const id = useId();
  return (
    <FormGroup>
      <Switch
        id={id}
        data-testid={testId}
        label={label}
        isChecked={value}
        isDisabled={isDisabled}
        aria-describedby={describedBy(id)}
        onChange={(_event, checked) => {
          onChange(checked);
        }}
      />
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
