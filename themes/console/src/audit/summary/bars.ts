import { heightOn, round, ticksOn, topAbove, type Frame, type Tick } from "../../charts/frame";
import { totalOf, type Counted } from "./buckets";

export interface BarPart {
  readonly key: string;
  readonly y: number;
  readonly height: number;
}

/** A stretch of time: what happened, one kind above the other. */
export interface Bar {
  readonly start: string;
  readonly x: number;
  readonly width: number;
  readonly parts: readonly BarPart[];
}

export interface BarChart {
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
}

/** Of the room of a bar, what is left between it and the next. */
const gap = 0.2;

/** @param keys the kinds, from the bottom to the top */
export function barChartOf(counted: readonly Counted[], keys: readonly string[], frame: Frame): BarChart {
  const top = topAbove(Math.max(...counted.map(totalOf), 1));
  const room = (frame.width - frame.left - frame.right) / Math.max(counted.length, 1);
  const y = heightOn(frame, top);

  const bars = counted.map(({ start, counts }, index) => {
    let below = 0;
    const parts = keys.flatMap((key) => {
      const count = counts[key] ?? 0;
      if (count === 0) {
        return [];
      }
      const part = { key, y: y(below + count), height: round(y(below) - y(below + count)) };
      below += count;
      return [part];
    });
    return { start, x: round(frame.left + room * (index + gap / 2)), width: round(room * (1 - gap)), parts };
  });
  return { bars, ticks: ticksOn(frame, top) };
}
