/** Points and path of a small emotion curve: smooth, and broken where nobody rated. */

/** Room for the dots at the edges, in px. */
const MARGIN_X = 24;
const MARGIN_Y = 14;
/** Means nearer to the middle than this count as neither good nor bad. */
const MIDDLE = 0.15;

export interface ThumbPoint {
  readonly x: number;
  readonly y: number;
  readonly side: "good" | "mid" | "bad";
}

/** `means` are −1…+1 in the journey's order, `undefined` where nobody rated. */
export function thumbOf(
  means: readonly (number | undefined)[],
  width: number,
  height: number,
): { readonly path: string; readonly points: readonly ThumbPoint[] } {
  const step = means.length > 1 ? (width - 2 * MARGIN_X) / (means.length - 1) : 0;
  const runs: ThumbPoint[][] = [[]];
  means.forEach((mean, index) => {
    if (mean === undefined) {
      runs.push([]);
      return;
    }
    const x = means.length > 1 ? MARGIN_X + index * step : width / 2;
    const y = height / 2 - mean * (height / 2 - MARGIN_Y);
    runs.at(-1)?.push({ x, y, side: mean > MIDDLE ? "good" : mean < -MIDDLE ? "bad" : "mid" });
  });
  return { path: runs.map(pathThrough).join(""), points: runs.flat() };
}

/** Cubic pieces with level handles: never higher or lower than the points themselves. */
function pathThrough(points: readonly ThumbPoint[]): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (!before) return `M${round(x)} ${round(y)}`;
      const middle = round((before.x + x) / 2);
      return `C${middle} ${round(before.y)} ${middle} ${round(y)} ${round(x)} ${round(y)}`;
    })
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
