import { useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { seatChartOf, type Frame } from "./seatChart";
import type { DayOfUse } from "./usage";

const frame: Frame = { width: 720, height: 220, left: 44, right: 12, top: 12, bottom: 28 };

/** Seats over the days. What it shows stands in the table below it too, for those who cannot see it. */
export function SeatChart({ days }: { days: readonly DayOfUse[] }) {
  const { t } = useTranslation();
  const titleId = useId();
  const chart = useMemo(() => seatChartOf(days, frame), [days]);
  const [first, last] = [days[0], days.at(-1)];
  const lines = [
    { name: "limit", path: chart.limit, label: t("keystewardUsageLimit") },
    { name: "peak", path: chart.peak, label: t("keystewardUsagePeak") },
    { name: "used", path: chart.used, label: t("keystewardUsageUsed") },
  ].filter(({ path }) => path !== "");

  return (
    <figure className="keysteward-chart" data-testid="seat-chart">
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>
          {t("keystewardChartTitle", {
            from: first?.day,
            to: last?.day,
            used: last?.seatsUsed,
            peak: Math.max(...days.map(({ seatsPeak }) => seatsPeak)),
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
        <g className="keysteward-chart-tick">
          <text x={frame.left} y={frame.height - 6}>
            {first?.day}
          </text>
          <text x={frame.width - frame.right} y={frame.height - 6} textAnchor="end">
            {last?.day}
          </text>
        </g>
        {lines.map(({ name, path }) => (
          <path key={name} d={path} className={`keysteward-chart-line keysteward-chart-${name}`} />
        ))}
      </svg>
      <figcaption>
        {lines.map(({ name, label }) => (
          <span key={name} className="pf-v5-u-mr-lg">
            <svg width="24" height="10" aria-hidden>
              <path d="M0 5 L24 5" className={`keysteward-chart-line keysteward-chart-${name}`} />
            </svg>{" "}
            {label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
