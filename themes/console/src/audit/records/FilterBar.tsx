import { Button, Form } from "@patternfly/react-core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../api/Problem";
import { ChoiceField } from "../../forms/ChoiceField";
import { actionChoices } from "./actions";
import { FilterField, FilterMoment } from "./FilterField";
import { categories, countOf, rareNames, tags, type FilterName } from "./filters";
import type { Action } from "./records";
import { categoryTexts, outcomeTexts } from "./texts";
import type { AuditView } from "./useAuditFilter";

interface FilterBarProps {
  view: AuditView;
  actions: readonly Action[];
  /** Why the list could not be read: a filter may be wrong. */
  problem: Problem | undefined;
  /** A tenant's own list is of that tenant. */
  hasTenant: boolean;
}

/** By what the list is narrowed. */
export function FilterBar({ view, actions, problem, hasTenant }: FilterBarProps) {
  const { t } = useTranslation();
  const { filter, change, clear } = view;
  const choices = useMemo(() => actionChoices(actions), [actions]);
  const rare = countOf(filter, rareNames);
  const [opened, setOpened] = useState(false);
  const showsRare = opened || rare > 0;

  const common = (name: FilterName) => ({ testId: `audit-filter-${name}`, error: problem?.of(`?${name}`) });
  const field = (name: FilterName) => ({
    ...common(name),
    value: filter[name],
    onApply: (value: string | undefined) => {
      change({ [name]: value });
    },
  });
  const choice = (name: FilterName) => ({
    ...common(name),
    value: filter[name] ?? "",
    onChange: (value: string) => {
      change({ [name]: value });
    },
  });
  const anything = { value: "", label: t("keystewardAuditAny") };

  return (
    <Form
      className="keysteward-audit-filters"
      noValidate
      role="search"
      aria-label={t("keystewardAuditFilters")}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <FilterField {...field("name")} label={t("keystewardAuditName")} placeholder={t("keystewardAuditNameExample")} />
      <FilterField
        {...field("action")}
        label={t("keystewardAuditAction")}
        placeholder={t("keystewardAuditActionExample")}
        choices={choices}
      />
      <ChoiceField
        {...choice("category")}
        label={t("keystewardAuditCategory")}
        choices={[anything, ...categories.map((value) => ({ value, label: t(categoryTexts[value]) }))]}
      />
      <ChoiceField
        {...choice("outcome")}
        label={t("keystewardAuditOutcome")}
        choices={[
          anything,
          { value: "success", label: t(outcomeTexts.success) },
          { value: "failure", label: t(outcomeTexts.failure) },
        ]}
      />
      <FilterMoment {...field("from")} label={t("keystewardAuditFrom")} />
      <FilterMoment {...field("to")} label={t("keystewardAuditTo")} />
      {showsRare && (
        <>
          {hasTenant && (
            <FilterField {...field("tenant")} label={t("keystewardTenant")} placeholder={t("keystewardAlias")} />
          )}
          <FilterField {...field("actor")} label={t("keystewardAuditActorId")} />
          <FilterField {...field("target")} label={t("keystewardAuditTargetId")} />
          <FilterField {...field("ip")} label={t("keystewardAuditIp")} />
          <ChoiceField
            {...choice("tag")}
            label={t("keystewardAuditTag")}
            choices={[anything, ...tags.map((value) => ({ value, label: value }))]}
          />
        </>
      )}
      <div className="keysteward-audit-filter-buttons">
        <Button
          variant="link"
          isInline
          data-testid="audit-more-filters"
          aria-expanded={showsRare}
          isDisabled={rare > 0}
          onClick={() => {
            setOpened(!opened);
          }}
        >
          {t(showsRare ? "keystewardAuditFewerFilters" : "keystewardAuditMoreFilters")}
        </Button>
        <Button
          variant="link"
          isInline
          data-testid="audit-clear-filters"
          isDisabled={countOf(filter) === 0}
          onClick={clear}
        >
          {t("keystewardAuditClearFilters")}
        </Button>
      </div>
    </Form>
  );
}
