import { heightOn, round, ticksOn, topAbove, type Frame, type Tick } from "../../charts/frame";
import type { DayOfUse } from "./usage";

/** Lines as SVG paths; empty where there is nothing to draw. */
export interface SeatChart {
  readonly used: string;
  readonly peak: string;
  /** In pieces where some days had no limit. */
  readonly limit: string;
  readonly ticks: readonly Tick[];
}

/** The highest number of the scale: not below any of the days. */
export const topOf = (days: readonly DayOfUse[]): number =>
  topAbove(
    Math.max(...days.flatMap(({ seatsUsed, seatsPeak, seatLimit = 0 }) => [seatsUsed, seatsPeak, seatLimit]), 1),
  );

export function seatChartOf(days: readonly DayOfUse[], frame: Frame): SeatChart {
  const top = topOf(days);
  const width = frame.width - frame.left - frame.right;
  const x = (index: number) => frame.left + (days.length < 2 ? width / 2 : (index * width) / (days.length - 1));
  const y = heightOn(frame, top);

  const line = (valueOf: (day: DayOfUse) => number | undefined) => {
    const parts: string[] = [];
    let isDrawing = false;
    days.forEach((day, index) => {
      const value = valueOf(day);
      if (value !== undefined) {
        parts.push(`${isDrawing ? "L" : "M"}${round(x(index))} ${y(value)}`);
      }
      isDrawing = value !== undefined;
    });
    return parts.join(" ");
  };

  return {
    used: line((day) => day.seatsUsed),
    peak: line((day) => day.seatsPeak),
    limit: line((day) => day.seatLimit),
    ticks: ticksOn(frame, top),
  };
}
