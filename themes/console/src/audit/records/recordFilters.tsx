import { Button, TextInput } from "@patternfly/react-core";
import type { TFunction } from "i18next";
import { FilterChoice } from "../../forms/FilterChoice";
import { SearchField } from "../../forms/SearchField";
import { localOf, momentOf } from "../../time/moments";
import { isNarrowed, narrowed, type FilterName, type RecordFilter } from "./recordFilter";
import type { Action } from "./records";
import { categoryTexts } from "./recordTexts";

/** The fields of the toolbar above the records. */
export function recordFilters(
  filter: RecordFilter,
  actions: readonly Action[],
  onChange: (filter: RecordFilter) => void,
  t: TFunction,
) {
  const set = (name: FilterName) => (value: string) => {
    onChange(narrowed(filter, name, value));
  };
  const moment = (name: "from" | "to", label: string) => (
    <TextInput
      key={name}
      type="datetime-local"
      aria-label={label}
      data-testid={`filter-${name}`}
      value={localOf(filter[name])}
      onChange={(_event, changed) => {
        set(name)(momentOf(changed) ?? "");
      }}
    />
  );
  return [
    <SearchField key="name" testId="filter-name" label={t("keystewardFindByName")} onSearch={set("name")} />,
    <FilterChoice
      key="action"
      testId="filter-action"
      label={t("keystewardAction")}
      all={t("keystewardAllActions")}
      choices={actionChoices(filter.action, actions)}
      value={filter.action ?? ""}
      onChange={set("action")}
    />,
    <FilterChoice
      key="category"
      testId="filter-category"
      label={t("category")}
      all={t("keystewardAllCategories")}
      choices={Object.entries(categoryTexts).map(([value, text]) => ({ value, label: t(text) }))}
      value={filter.category ?? ""}
      onChange={set("category")}
    />,
    <FilterChoice
      key="outcome"
      testId="filter-outcome"
      label={t("keystewardOutcome")}
      all={t("keystewardAllOutcomes")}
      choices={[
        { value: "success", label: t("keystewardSuccess") },
        { value: "failure", label: t("keystewardFailure") },
      ]}
      value={filter.outcome ?? ""}
      onChange={set("outcome")}
    />,
    moment("from", t("keystewardFrom")),
    moment("to", t("keystewardTo")),
    ...(isNarrowed(filter)
      ? [
          <Button
            key="clear"
            variant="link"
            data-testid="clear-filters"
            onClick={() => {
              onChange({});
            }}
          >
            {t("clearAllFilters")}
          </Button>,
        ]
      : []),
  ];
}

/** The actions that there are, and the one that an address asks for, which may be the beginning of several. */
const actionChoices = (chosen: string | undefined, actions: readonly Action[]) => {
  const keys = actions.map(({ key }) => key);
  return [...(chosen === undefined || keys.includes(chosen) ? [] : [chosen]), ...keys].map((key) => ({
    value: key,
    label: key,
  }));
};
