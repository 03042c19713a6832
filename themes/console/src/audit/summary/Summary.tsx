import { Alert } from "@patternfly/react-core";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../api/Api";
import { PageProblem } from "../../api/ProblemAlert";
import { useLoaded } from "../../api/useLoaded";
import { Waiting } from "../../api/WhenLoaded";
import { FilterChoice } from "../../forms/FilterChoice";
import { countOf, filterNames, type AuditFilter } from "../records/filters";
import type { Place } from "../records/records";
import { bucketFor, isCut, mostDays, rangeFor, summariesOf, type By } from "./buckets";
import { SummaryChart } from "./SummaryChart";

interface SummaryProps {
  place: Place;
  filter: AuditFilter;
  /** Up to when is counted, where the filter does not say. */
  now: Date;
}

/** How much happened in the time that is looked at. */
export function Summary({ place, filter: { from, to, tenant, ...others }, now }: SummaryProps) {
  const { t } = useTranslation();
  const api = useApi();
  const summaries = useMemo(() => summariesOf(api, place), [api, place]);
  const [by, setBy] = useState<By>("outcome");
  const range = useMemo(() => rangeFor(from, to, now), [from, to, now]);
  const loaded = useLoaded(
    useCallback(
      async () => ({ range, by, counted: await summaries.between(range, by, tenant) }),
      [summaries, range, by, tenant],
    ),
  );
  const { value, problem } = loaded;
  // What is wrong with a filter is said by the list.
  const isFiltersFault = problem !== undefined && [404, 422].includes(problem.status);

  const choice = (
    <FilterChoice
      label={t("keystewardAuditCountBy")}
      testId="audit-summary-by"
      all={t("keystewardAuditByOutcome")}
      choices={[{ value: "category", label: t("keystewardAuditByCategory") }]}
      value={by === "outcome" ? "" : by}
      onChange={(chosen) => {
        setBy(chosen === "category" ? "category" : "outcome");
      }}
    />
  );

  return (
    <section aria-label={t("keystewardAuditSummary")} className="pf-v5-u-pt-md">
      {isCut(range, from) && (
        <Alert isInline isPlain variant="info" title={t("keystewardAuditCut", { days: mostDays })} />
      )}
      {!isFiltersFault && <PageProblem problem={problem} onReload={loaded.reload} />}
      {value && <SummaryChart counted={value.counted} bucket={bucketFor(value.range)} by={value.by} choice={choice} />}
      {value && countOf(others, filterNames) > 0 && (
        <p className="pf-v5-u-px-lg pf-v5-u-pb-sm pf-v5-u-color-200">{t("keystewardAuditCountsEverything")}</p>
      )}
      {!value && !problem && <Waiting />}
    </section>
  );
}
