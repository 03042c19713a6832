/** Where in a drawing the numbers stand. */
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

/** The highest number of a scale that shows the given one: its quarters are whole numbers. */
export function topAbove(highest: number): number {
  for (let step = 1; ; step *= 10) {
    const top = [4, 8, 12, 20].map((times) => times * step).find((value) => value >= highest);
    if (top !== undefined) {
      return top;
    }
  }
}

/** How high a number stands, on a scale from 0 to the top. */
export const heightOn = (frame: Frame, top: number) => {
  const height = frame.height - frame.top - frame.bottom;
  return (value: number) => round(frame.top + height - (value * height) / top);
};

/** The lines behind a drawing, at each quarter of its scale. */
export const ticksOn = (frame: Frame, top: number): readonly Tick[] =>
  [0, top / 4, top / 2, (3 * top) / 4, top].map((value) => ({ value, y: heightOn(frame, top)(value) }));

/** Enough for a screen, and short in the document. */
export const round = (value: number) => Math.round(value * 10) / 10;
