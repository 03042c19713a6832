import type { TFunction } from "i18next";
import { FilterChoice } from "../../forms/FilterChoice";
import { SearchField } from "../../forms/SearchField";
import { memberStatuses, memberTypes, type MemberFilter } from "./members";
import { roleChoices, statusTexts, typeTexts } from "./memberTexts";

export const noFilter: MemberFilter = { search: "", role: "", status: "", membershipType: "" };

export const isNarrowed = (filter: MemberFilter) => Object.values(filter).some((value) => value !== "");

/** The fields of the toolbar above the members. */
export const memberFilters = (filter: MemberFilter, onChange: (filter: MemberFilter) => void, t: TFunction) => [
  <SearchField
    key="search"
    testId="search-members"
    label={t("keystewardSearchMembers")}
    onSearch={(search) => {
      onChange({ ...filter, search });
    }}
  />,
  <FilterChoice
    key="role"
    testId="filter-role"
    label={t("role")}
    all={t("keystewardAllRoles")}
    choices={roleChoices(t)}
    value={filter.role}
    onChange={(role) => {
      onChange({ ...filter, role });
    }}
  />,
  <FilterChoice
    key="status"
    testId="filter-status"
    label={t("status")}
    all={t("keystewardAllStatuses")}
    choices={memberStatuses.map((status) => ({ value: status, label: t(statusTexts[status]) }))}
    value={filter.status}
    onChange={(status) => {
      onChange({ ...filter, status });
    }}
  />,
  <FilterChoice
    key="type"
    testId="filter-type"
    label={t("keystewardMemberType")}
    all={t("keystewardAllTypes")}
    choices={memberTypes.map((type) => ({ value: type, label: t(typeTexts[type]) }))}
    value={filter.membershipType}
    onChange={(membershipType) => {
      onChange({ ...filter, membershipType });
    }}
  />,
];
