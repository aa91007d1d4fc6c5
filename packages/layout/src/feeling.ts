/** The feeling lane: the curve through the rated touchpoints, its band of spread, and the moments of truth. */
import type { Id, JourneyView, MomentView, Scale } from "@sameside/model";
import { area, curveMonotoneX, line } from "d3-shape";
import type { Span } from "./columns.ts";
import {
  FEELING_AMPLITUDE,
  FEELING_PAD,
  MARKER_BASE,
  MARKER_DISTANCE,
  MARKER_LABEL_DISTANCE,
  MARKER_STEP,
} from "./metrics.ts";
import type { FeelingInput, FeelingLayout, FeelingPoint, MomentMarker, Rect } from "./shapes.ts";

/** A scale has at least two levels, and more than this nobody can aim at. */
const MAX_LEVELS = 11;

/** Lays the feeling lane out into `row` (from the first phase to the last). */
export function layoutFeeling(
  lane: Id,
  row: Rect,
  journey: JourneyView,
  spans: readonly Span[],
  curve: readonly FeelingInput[],
): FeelingLayout {
  const band = { ...row, y: row.y + FEELING_PAD, height: row.height - 2 * FEELING_PAD };
  const scale: Vertical = { zeroY: band.y + band.height / 2, amplitude: FEELING_AMPLITUDE };
  const places = placesOf(spans, curve, scale);
  const runs = runsOf(places);
  return {
    lane,
    band,
    ...scale,
    levels: levelsOf(journey.scale).map((value) => ({ value, y: feelingY(scale, value) })),
    points: places.flatMap((place) => (place?.point ? [place.point] : [])),
    curves: runs.map(curvePath),
    spreads: runs.map((run) => spreadPath(run, scale)),
    markers: places.flatMap((place) => (place?.moment ? [markerOf(place, place.moment, scale)] : [])),
  };
}

/** Where a feeling of `value` (−1…+1) stands. */
export function feelingY(feeling: Vertical, value: number): number {
  return feeling.zeroY - clampFeeling(value) * feeling.amplitude;
}

/** The level of the scale that is nearest to a height in the band: what a click there means. */
export function nearestLevel(feeling: Pick<FeelingLayout, "levels">, y: number): number {
  const [first, ...others] = feeling.levels;
  if (!first) return 0;
  return others.reduce((best, level) => (Math.abs(level.y - y) < Math.abs(best.y - y) ? level : best), first).value;
}

/**
 * The values (−1…+1, worst first) that a scale offers: its whole steps, between 2 and 11 of them. A scale that makes
 * no sense gives five.
 */
export function levelsOf(scale: Scale): readonly number[] {
  const steps = Math.round(scale.max - scale.min);
  const count = Number.isFinite(steps) && steps >= 1 ? Math.min(MAX_LEVELS, steps + 1) : 5;
  return Array.from({ length: count }, (_, index) => (2 * index) / (count - 1) - 1);
}

interface Vertical {
  readonly zeroY: number;
  readonly amplitude: number;
}
interface Place {
  readonly touchpoint: Id;
  readonly x: number;
  readonly point?: FeelingPoint;
  readonly low: number;
  readonly high: number;
  readonly moment?: MomentView;
}

/** A place for each touchpoint in journey order, and `undefined` where a phase has none: there the curve breaks. */
function placesOf(
  spans: readonly Span[],
  curve: readonly FeelingInput[],
  scale: Vertical,
): readonly (Place | undefined)[] {
  const inputsByTouchpoint = new Map(curve.map((input) => [input.touchpoint, input]));
  return spans.flatMap((span): (Place | undefined)[] => {
    if (span.phase.touchpoints.length === 0) return [undefined];
    return span.phase.touchpoints.map((touchpoint, index) => {
      const column = span.columns[index];
      const x = column ? column.x + column.width / 2 : span.x;
      const input = inputsByTouchpoint.get(touchpoint.id);
      const mean = input?.mean;
      const rated = input !== undefined && mean !== undefined && Number.isFinite(mean) && input.n > 0;
      return {
        touchpoint: touchpoint.id,
        x,
        low: input?.spread?.low ?? mean ?? 0,
        high: input?.spread?.high ?? mean ?? 0,
        ...(rated && {
          point: { touchpoint: touchpoint.id, x, y: feelingY(scale, mean), n: input.n, mean: clampFeeling(mean) },
        }),
        ...(touchpoint.moment && { moment: touchpoint.moment }),
      };
    });
  });
}

type RatedPlace = Place & { readonly point: FeelingPoint };

/** Unbroken runs of at least two rated touchpoints; a single one is a point without a line. */
function runsOf(places: readonly (Place | undefined)[]): readonly (readonly RatedPlace[])[] {
  const runs: RatedPlace[][] = [[]];
  for (const place of places) {
    if (place?.point) runs.at(-1)?.push({ ...place, point: place.point });
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

/** Monotone in x: the curve never rises above a peak or falls below a valley that somebody rated. */
function curvePath(run: readonly RatedPlace[]): string {
  const path = line<RatedPlace>()
    .x((place) => place.x)
    .y((place) => place.point.y)
    .curve(curveMonotoneX);
  return path.digits(2)(run) ?? "";
}

function spreadPath(run: readonly RatedPlace[], scale: Vertical): string {
  const path = area<RatedPlace>()
    .x((place) => place.x)
    .y0((place) => feelingY(scale, place.low))
    .y1((place) => feelingY(scale, place.high))
    .curve(curveMonotoneX);
  return path.digits(2)(run) ?? "";
}

/** Value made points up and stands above the curve; value destroyed points down and stands below it. */
function markerOf(place: Place, moment: MomentView, scale: Vertical): MomentMarker {
  const value = Number.isFinite(moment.value) ? moment.value : 0;
  const size = MARKER_BASE + MARKER_STEP * Math.min(3, Math.abs(value));
  const side = value < 0 ? 1 : -1;
  const from = place.point?.y ?? scale.zeroY;
  const y = from + side * (MARKER_DISTANCE + size / 2);
  return {
    touchpoint: place.touchpoint,
    x: place.x,
    y,
    direction: value > 0 ? "up" : value < 0 ? "down" : "none",
    value,
    size,
    labelY: y + side * (size / 2 + MARKER_LABEL_DISTANCE),
  };
}

function clampFeeling(value: number): number {
  return Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : 0;
}
