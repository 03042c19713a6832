import type { DayOfUse } from "./usage";

/** Where in a drawing the days and numbers stand. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Tick {
  readonly value: number;
  readonly y: number;
}

/** Lines as SVG paths; empty where there is nothing to draw. */
export interface SeatChart {
  readonly used: string;
  readonly peak: string;
  /** In pieces where some days had no limit. */
  readonly limit: string;
  readonly ticks: readonly Tick[];
}

/** The highest number of the scale: not below any of the days, and its quarters are whole numbers. */
export function topOf(days: readonly DayOfUse[]): number {
  const highest = Math.max(
    ...days.flatMap(({ seatsUsed, seatsPeak, seatLimit = 0 }) => [seatsUsed, seatsPeak, seatLimit]),
    1,
  );
  for (let step = 1; ; step *= 10) {
    const top = [4, 8, 12, 20].map((times) => times * step).find((value) => value >= highest);
    if (top !== undefined) {
      return top;
    }
  }
}

export function seatChartOf(days: readonly DayOfUse[], frame: Frame): SeatChart {
  const top = topOf(days);
  const width = frame.width - frame.left - frame.right;
  const height = frame.height - frame.top - frame.bottom;
  const x = (index: number) => frame.left + (days.length < 2 ? width / 2 : (index * width) / (days.length - 1));
  const y = (value: number) => frame.top + height - (value * height) / top;

  const line = (valueOf: (day: DayOfUse) => number | undefined) => {
    const parts: string[] = [];
    let isDrawing = false;
    days.forEach((day, index) => {
      const value = valueOf(day);
      if (value !== undefined) {
        parts.push(`${isDrawing ? "L" : "M"}${round(x(index))} ${round(y(value))}`);
      }
      isDrawing = value !== undefined;
    });
    return parts.join(" ");
  };

  return {
    used: line((day) => day.seatsUsed),
    peak: line((day) => day.seatsPeak),
    limit: line((day) => day.seatLimit),
    ticks: [0, top / 4, top / 2, (3 * top) / 4, top].map((value) => ({ value, y: round(y(value)) })),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
