import { Button } from "@patternfly/react-core";
import { useId, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Frame } from "../../charts/frame";
import { useMomentFormat } from "../../time/useTimeFormat";
import { categories } from "../records/filters";
import { categoryTexts, outcomeTexts } from "../records/texts";
import { barChartOf } from "./bars";
import { totalOf, totalsOf, type Bucket, type By, type Counted } from "./buckets";
import { SummaryTable } from "./SummaryTable";

const frame: Frame = { width: 1080, height: 120, left: 44, right: 8, top: 10, bottom: 22 };

interface SummaryChartProps {
  counted: readonly Counted[];
  bucket: Bucket;
  by: By;
  /** By what is counted, to choose. */
  choice: ReactNode;
}

/** How much happened when. What it shows stands in words and in a table too, for those who cannot see it. */
export function SummaryChart({ counted, bucket, by, choice }: SummaryChartProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const [showsTable, setShowsTable] = useState(false);
  const bucketText = useBucketFormat(bucket);
  const totals = useMemo(() => totalsOf(counted), [counted]);
  const kinds = kindsOf[by];
  const chart = useMemo(() => barChartOf(counted, Object.keys(kinds), frame), [counted, kinds]);
  const textOf = (key: string) => t(kinds[key] ?? key);
  const [first, last] = [counted[0], counted.at(-1)];
  const numbers = totals.map(([key, count]) => `${textOf(key)}: ${count}`).join(", ");
  const total = counted.reduce((sum, one) => sum + totalOf(one), 0);

  return (
    <>
      <figure className="keysteward-audit-chart" data-testid="audit-chart">
        <figcaption data-testid="audit-totals">
          <span className="pf-v5-u-mr-lg">{choice}</span>
          <strong className="pf-v5-u-mr-lg">{t("keystewardAuditTotal", { total })}</strong>
          {totals.map(([key, count]) => (
            <span key={key} className="pf-v5-u-mr-lg" data-testid={`audit-total-${key}`}>
              <svg width="12" height="12" aria-hidden>
                <rect width="12" height="12" className={`keysteward-audit-${key}`} />
              </svg>{" "}
              {textOf(key)}: {count}
            </span>
          ))}
          <Button
            variant="link"
            isInline
            data-testid="audit-as-table"
            aria-expanded={showsTable}
            onClick={() => {
              setShowsTable(!showsTable);
            }}
          >
            {t("keystewardAuditAsTable")}
          </Button>
        </figcaption>
        <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-labelledby={titleId}>
          <title id={titleId}>
            {t("keystewardAuditChartTitle", {
              total,
              from: first && bucketText(first.start),
              to: last && bucketText(last.start),
              numbers,
            })}
          </title>
          {chart.ticks.map(({ value, y }) => (
            <g key={value} className="keysteward-chart-tick">
              <line x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} />
              <text x={frame.left - 8} y={y + 4} textAnchor="end">
                {value}
              </text>
            </g>
          ))}
          {chart.bars.map(({ start, x, width, parts }, index) => (
            <g key={start}>
              {parts.map(({ key, y, height }) => (
                <rect key={key} x={x} y={y} width={width} height={height} className={`keysteward-audit-${key}`}>
                  <title>{`${bucketText(start)}, ${textOf(key)}: ${counted[index]?.counts[key] ?? 0}`}</title>
                </rect>
              ))}
            </g>
          ))}
          <g className="keysteward-chart-tick">
            <text x={frame.left} y={frame.height - 6}>
              {first && bucketText(first.start)}
            </text>
            <text x={frame.width - frame.right} y={frame.height - 6} textAnchor="end">
              {last && bucketText(last.start)}
            </text>
          </g>
        </svg>
      </figure>
      {showsTable && (
        <SummaryTable counted={counted} keys={totals.map(([key]) => key)} textOf={textOf} bucketText={bucketText} />
      )}
    </>
  );
}

/** Message keys of what is told apart, in the order in which it is drawn from the bottom. */
const kindsOf: Readonly<Record<By, Readonly<Record<string, string>>>> = {
  outcome: { success: outcomeTexts.success, failure: outcomeTexts.failure },
  category: Object.fromEntries(categories.map((category) => [category, categoryTexts[category]])),
};

/** Hours are the reader's; days and months are counted in UTC and named as such. */
function useBucketFormat(bucket: Bucket): (start: string) => string {
  return useMomentFormat(
    bucket === "hour"
      ? { dateStyle: "medium", timeStyle: "short" }
      : bucket === "day"
        ? { dateStyle: "medium", timeZone: "UTC" }
        : { year: "numeric", month: "long", timeZone: "UTC" },
  );
}
