import { FormSelect, FormSelectOption } from "@patternfly/react-core";
import type { Choice } from "./ChoiceField";

interface FilterChoiceProps {
  label: string;
  testId: string;
  /** What the choice of none says, such as `All roles`. */
  all: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
}

/** Narrows a list, in the toolbar above it. Empty for everything. */
export const FilterChoice = ({ label, testId, all, choices, value, onChange }: FilterChoiceProps) => (
  <FormSelect
    className="keysteward-filter"
    aria-label={label}
    data-testid={testId}
    value={value}
    onChange={(_event, chosen) => {
      onChange(chosen);
    }}
  >
    <FormSelectOption value="" label={all} />
    {choices.map((choice) => (
      <FormSelectOption key={choice.value} value={choice.value} label={choice.label} />
    ))}
  </FormSelect>
);
