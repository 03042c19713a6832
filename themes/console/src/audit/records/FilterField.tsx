import { TextInput } from "@patternfly/react-core";
import { useEffect, useId, useState, type ReactNode } from "react";
import { describedBy, Field, validated, type FieldProps } from "../../forms/Field";
import { localOf, momentOf } from "../../time/moments";
import type { ActionChoice } from "./actions";

interface FilterFieldProps extends FieldProps {
  value: string | undefined;
  /** With what was typed, on Enter and when the field is left: the server does the searching. */
  onApply: (value: string) => void;
  placeholder?: string;
  /** What is offered; anything else may be typed as well. */
  choices?: readonly ActionChoice[];
}

/** A text that narrows the list. */
export function FilterField({ value = "", onApply, placeholder, choices, ...field }: FilterFieldProps) {
  const listId = useId();
  const draft = useDraft(value, onApply);
  return (
    <FilterInput
      {...field}
      type="search"
      draft={draft.typed}
      input={{
        ...(placeholder !== undefined && { placeholder }),
        ...(choices && { list: listId }),
      }}
      onType={(typed) => {
        draft.type(typed);
        // Chosen from the list, or cleared with the browser's button: nobody expects to confirm that.
        if (typed === "" || choices?.some((choice) => choice.value === typed)) {
          onApply(typed);
        }
      }}
      onDone={draft.apply}
    >
      {choices && (
        <datalist id={listId}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.description}
            </option>
          ))}
        </datalist>
      )}
    </FilterInput>
  );
}

/** A moment that narrows the list: a day and a time of day, in the browser's time zone. */
export function FilterMoment({
  value,
  onApply,
  ...field
}: FieldProps & Pick<FilterFieldProps, "value"> & { onApply: (moment: string | undefined) => void }) {
  const draft = useDraft(localOf(value), (typed) => {
    onApply(momentOf(typed));
  });
  return <FilterInput {...field} type="datetime-local" draft={draft.typed} onType={draft.type} onDone={draft.apply} />;
}

/** What is typed and not asked for yet. Replaced when something else is asked for, such as by a link in the list. */
function useDraft(value: string, onApply: (typed: string) => void) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    setTyped(value);
  }, [value]);
  return {
    typed,
    type: setTyped,
    apply: () => {
      if (typed !== value) {
        onApply(typed);
      }
    },
  };
}

interface FilterInputProps extends FieldProps {
  type: "search" | "datetime-local";
  draft: string;
  input?: { placeholder?: string; list?: string };
  onType: (typed: string) => void;
  onDone: () => void;
  children?: ReactNode;
}

function FilterInput({ type, draft, input, onType, onDone, children, ...field }: FilterInputProps) {
  const id = useId();
  return (
    <Field id={id} {...field}>
      <TextInput
        id={id}
        data-testid={field.testId}
        type={type}
        value={draft}
        autoComplete="off"
        spellCheck={false}
        validated={validated(field.error)}
        aria-describedby={describedBy(id)}
        {...input}
        onChange={(_event, typed) => {
          onType(typed);
        }}
        onBlur={onDone}
        onKeyDown={({ key }) => {
          if (key === "Enter") {
            onDone();
          }
        }}
      />
      {children}
    </Field>
  );
}
