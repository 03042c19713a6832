import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useLoaded } from "../../api/useLoaded";
import { SuggestedTextField } from "../../forms/SuggestedTextField";
import { useSettled } from "../fields/useSettled";
import { isHidden, type Directory } from "./directory";

interface DirectoryFieldProps {
  label: string;
  testId: string;
  directory: Directory;
  /** What was typed: a name that the directory knows. */
  value: string;
  onChange: (name: string) => void;
  help?: string | undefined;
  /** Instead of the help where nobody may look into the directory. */
  hiddenHelp?: string | undefined;
  error: string | undefined;
  isRequired?: boolean;
  autoFocus?: boolean;
}

/** As many as anyone would read in a list below a field. */
const offeredAtMost = 10;

/** Somebody, or a group, by name; those that fit are offered while it is typed. */
export function DirectoryField({ directory, value, help, hiddenHelp, ...field }: DirectoryFieldProps) {
  const { t } = useTranslation();
  const typed = useSettled(value.trim());
  const offered = useLoaded(useCallback(() => directory.offer(typed, offeredAtMost), [directory, typed]));
  return (
    <SuggestedTextField
      {...field}
      value={value}
      help={isHidden(offered.problem) ? (hiddenHelp ?? t("keystewardDirectoryHidden")) : help}
      // That none can be offered keeps nobody from typing: the server has the last word.
      suggestions={offered.value ?? []}
    />
  );
}
