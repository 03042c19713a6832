import { SearchInput } from "@patternfly/react-core";
import { useState } from "react";

interface SearchFieldProps {
  label: string;
  testId: string;
  onSearch: (text: string) => void;
}

/** Searches when asked to, and when cleared, and not with every letter: the server does the searching. */
export function SearchField({ label, testId, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState("");
  return (
    <SearchInput
      data-testid={testId}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(_event, text) => {
        setTyped(text);
      }}
      onSearch={(_event, text) => {
        onSearch(text.trim());
      }}
      onClear={() => {
        setTyped("");
        onSearch("");
      }}
    />
  );
}
