import type { TFunction } from "i18next";
import { FilterChoice } from "../../forms/FilterChoice";
import { SearchField } from "../../forms/SearchField";
import type { Role } from "../definition/roles";
import { roleChoices } from "../definition/roleTexts";
import type { Place } from "../place";
import type { AssignmentFilter } from "./assignments";
import { principalChoices, sourceChoices, stateChoices } from "./assignmentTexts";

interface AssignmentFiltersProps {
  place: Place;
  filter: AssignmentFilter;
  known: readonly Role[];
  onChange: (filter: AssignmentFilter) => void;
  /** With what somebody or a group is called, or an id. */
  onPrincipal: (text: string) => void;
  t: TFunction;
}

/** The fields of the toolbar above the assignments. */
export const assignmentFilters = ({ place, filter, known, onChange, onPrincipal, t }: AssignmentFiltersProps) => [
  <SearchField
    key="principal"
    testId="filter-assignment-principal"
    label={t("keystewardFilterPrincipal")}
    onSearch={onPrincipal}
  />,
  <FilterChoice
    key="type"
    testId="filter-assignment-type"
    label={t("keystewardAssignedTo")}
    all={t("keystewardAllPrincipals")}
    choices={principalChoices(place, t)}
    value={filter.principalType}
    onChange={(principalType) => {
      onChange({ ...filter, principalType });
    }}
  />,
  <FilterChoice
    key="role"
    testId="filter-assignment-role"
    label={t("role")}
    all={t("keystewardAllRoles")}
    choices={roleChoices(known, t)}
    value={filter.role}
    onChange={(role) => {
      onChange({ ...filter, role });
    }}
  />,
  <SearchField
    key="path"
    testId="filter-assignment-path"
    label={t("path")}
    onSearch={(path) => {
      onChange({ ...filter, path });
    }}
  />,
  <FilterChoice
    key="source"
    testId="filter-assignment-source"
    label={t("keystewardSource")}
    all={t("keystewardAllSources")}
    choices={sourceChoices(t)}
    value={filter.source}
    onChange={(source) => {
      onChange({ ...filter, source });
    }}
  />,
  <FilterChoice
    key="state"
    testId="filter-assignment-state"
    label={t("keystewardState")}
    all={t("keystewardAllStates")}
    choices={stateChoices(t)}
    value={filter.state}
    onChange={(state) => {
      onChange({ ...filter, state });
    }}
  />,
];
