/**
 * One feeling of one series: customers' are round, colleagues' square, those of another map stand on a corner, and each
 * type of customers has a shape of its own.
 */
import { typeLook } from "@sameside/layout";

interface Props {
  readonly series: string;
  readonly x: number;
  readonly y: number;
  /** −1…+1. */
  readonly mean: number;
}

const RADIUS = 6.5;
/** Half of the side of a square, and of the way across one that stands on a corner. */
const HALF_SIDE = 4.5;
const HALF_ACROSS = 6;
/** From this mean on a point is good, and below its opposite bad. */
const CLEAR_FEELING = 0.2;

export function SeriesPoint({ series, x, y, mean }: Props) {
  const look = typeLook(series);
  if (look) return <path className="canvas-point-typed" transform={`translate(${x} ${y})`} d={look.point} />;
  if (series === "colleagues")
    return (
      <rect
        className="canvas-point-hollow"
        x={x - HALF_SIDE}
        y={y - HALF_SIDE}
        width={2 * HALF_SIDE}
        height={2 * HALF_SIDE}
        rx={1}
      />
    );
  if (series === "beside")
    return (
      <path
        className="canvas-point-hollow"
        d={`M${x - HALF_ACROSS} ${y}L${x} ${y - HALF_ACROSS}L${x + HALF_ACROSS} ${y}L${x} ${y + HALF_ACROSS}Z`}
      />
    );
  return <circle className={`canvas-point ${signOf(mean)}`} cx={x} cy={y} r={RADIUS} />;
}

function signOf(mean: number): string {
  if (mean > CLEAR_FEELING) return "is-good";
  return mean < -CLEAR_FEELING ? "is-bad" : "is-mid";
}
