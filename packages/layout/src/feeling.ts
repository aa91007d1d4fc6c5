/** The feeling lane: the curve through the rated touchpoints, its band of spread, and the moments of truth. */
import type { Id, JourneyView, MomentView, Scale, TouchpointView } from "@sameside/model";
import { area, curveMonotoneX, line } from "d3-shape";
import type { Span } from "./columns.ts";
import {
  FEELING_AMPLITUDE,
  FEELING_PAD,
  GAP_LABEL_BESIDE,
  LABEL_DISTANCE,
  MARKER_BASE,
  MARKER_DISTANCE,
  MARKER_LABEL_DISTANCE,
  MARKER_STEP,
  TEXT_LOOKS,
} from "./metrics.ts";
import type {
  CurveLabel,
  FeelingInput,
  FeelingLayout,
  FeelingLine,
  FeelingPoint,
  MomentMarker,
  Rect,
} from "./shapes.ts";

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
  const columns = columnsOf(spans);
  const inputs = new Map(curve.map((input) => [input.touchpoint, input]));
  const main = columns.map((column) => column && placeOf(column, inputs.get(column.touchpoint.id), scale));
  const runs = runsOf(main);
  return {
    lane,
    band,
    ...scale,
    levels: levelsOf(journey.scale).map((value) => ({ value, y: feelingY(scale, value) })),
    ...lineOf(curve[0]?.series ?? EVERYBODY, main, scale),
    others: otherSeries(curve).map((series) => {
      const feelings = seriesByTouchpoint(curve, series);
      const places = columns.map((column) => column && placeOf(column, feelings.get(column.touchpoint.id), scale));
      return lineOf(series, places, scale);
    }),
    gaps: runs.flatMap((run) => gapPaths(run, inputs, scale)),
    labels: main.flatMap((place) => (place?.point ? labelsAt({ ...place, point: place.point }, inputs, scale) : [])),
    markers: main.flatMap((place) => (place?.moment ? [markerOf(place, place.moment, scale)] : [])),
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

/** What a series is called when nobody says. */
const EVERYBODY = "everybody";

interface Vertical {
  readonly zeroY: number;
  readonly amplitude: number;
}
interface TouchpointColumn {
  readonly touchpoint: TouchpointView;
  readonly x: number;
}
interface Place {
  readonly touchpoint: Id;
  readonly x: number;
  readonly point?: FeelingPoint;
  readonly low: number;
  readonly high: number;
  readonly moment?: MomentView;
}
type RatedPlace = Place & { readonly point: FeelingPoint };
type Feeling = Pick<FeelingInput, "n" | "mean" | "spread">;

/** The touchpoints in journey order, and `undefined` where a phase has none: there every curve breaks. */
function columnsOf(spans: readonly Span[]): readonly (TouchpointColumn | undefined)[] {
  return spans.flatMap((span): (TouchpointColumn | undefined)[] => {
    if (span.phase.touchpoints.length === 0) return [undefined];
    return span.phase.touchpoints.map((touchpoint, index) => {
      const column = span.columns[index];
      return { touchpoint, x: column ? column.x + column.width / 2 : span.x };
    });
  });
}

function placeOf({ touchpoint, x }: TouchpointColumn, feeling: Feeling | undefined, scale: Vertical): Place {
  const { id, moment } = touchpoint;
  const mean = feeling?.mean;
  const rated = feeling !== undefined && mean !== undefined && Number.isFinite(mean) && feeling.n > 0;
  return {
    touchpoint: id,
    x,
    low: feeling?.spread?.low ?? mean ?? 0,
    high: feeling?.spread?.high ?? mean ?? 0,
    ...(rated && { point: { touchpoint: id, x, y: feelingY(scale, mean), n: feeling.n, mean: clampFeeling(mean) } }),
    ...(moment && { moment }),
  };
}

function otherSeries(curve: readonly FeelingInput[]): readonly string[] {
  return [...new Set(curve.flatMap(({ others }) => others?.map(({ series }) => series) ?? []))];
}

function seriesByTouchpoint(curve: readonly FeelingInput[], series: string): ReadonlyMap<Id, Feeling> {
  const feelings = new Map<Id, Feeling>();
  for (const { touchpoint, others } of curve) {
    const feeling = others?.find((other) => other.series === series);
    if (feeling) feelings.set(touchpoint, feeling);
  }
  return feelings;
}

function lineOf(series: string, places: readonly (Place | undefined)[], scale: Vertical): FeelingLine {
  const runs = runsOf(places);
  return {
    series,
    points: places.flatMap((place) => (place?.point ? [place.point] : [])),
    curves: runs.map(curvePath),
    spreads: runs.map((run) => spreadPath(run, scale)),
  };
}

/** Unbroken runs of at least two rated touchpoints; a single one is a point without a line. */
function runsOf(places: readonly (Place | undefined)[]): readonly (readonly RatedPlace[])[] {
  const runs: RatedPlace[][] = [[]];
  for (const place of places) {
    if (place?.point) runs.at(-1)?.push({ ...place, point: place.point });
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1);
}

/** What lies between the first series and the one it is compared with, along one run of the first. */
function gapPaths(
  run: readonly RatedPlace[],
  inputs: ReadonlyMap<Id, FeelingInput>,
  scale: Vertical,
): readonly string[] {
  const gapAt = ({ touchpoint }: Place) => inputs.get(touchpoint)?.gap;
  const stretches: RatedPlace[][] = [[]];
  for (const place of run) {
    if (Number.isFinite(gapAt(place) ?? Number.NaN)) stretches.at(-1)?.push(place);
    else stretches.push([]);
  }
  const path = area<RatedPlace>()
    .x((place) => place.x)
    .y0((place) => place.point.y)
    .y1((place) => feelingY(scale, place.point.mean + (gapAt(place) ?? 0)))
    .curve(curveMonotoneX)
    .digits(2);
  return stretches.filter((stretch) => stretch.length > 1).map((stretch) => path(stretch) ?? "");
}

/** The words stand where the curves, the marker and the own rating leave room. */
function labelsAt(place: RatedPlace, inputs: ReadonlyMap<Id, FeelingInput>, scale: Vertical): readonly CurveLabel[] {
  const { touchpoint, x, point, moment } = place;
  const { marks = [], others = [], gap } = inputs.get(touchpoint) ?? {};
  const marker = moment && markerOf(place, moment, scale);
  const labels: CurveLabel[] = [];
  const remembered = marks.filter((mark) => mark !== "gap");
  if (remembered.length > 0) {
    const otherYs = others.map(({ mean }) => feelingY(scale, mean));
    labels.push({ touchpoint, x, y: besidePoint(point, marker, otherYs), marks: remembered });
  }
  if (gap !== undefined && marks.includes("gap")) {
    const middle = (point.y + feelingY(scale, point.mean + gap)) / 2;
    labels.push({ touchpoint, x: x - GAP_LABEL_BESIDE, y: clearOf(marker, middle), marks: ["gap"] });
  }
  return labels;
}

/** Outside of the curve, unless the moment of truth stands there; behind the other series' points that are near. */
function besidePoint({ y, mean }: FeelingPoint, marker: MomentMarker | undefined, otherYs: readonly number[]): number {
  const outwards = mean < 0 ? 1 : -1;
  const side = marker && Math.sign(marker.y - y) === outwards ? -outwards : outwards;
  const near = otherYs.filter((other) => side * (other - y) >= 0 && Math.abs(other - y) < 2 * LABEL_DISTANCE);
  const from = side < 0 ? Math.min(y, ...near) : Math.max(y, ...near);
  return from + side * LABEL_DISTANCE;
}

/** A line above or below the word of the moment of truth, which may reach as far to the side. */
function clearOf(marker: MomentMarker | undefined, y: number): number {
  const line = TEXT_LOOKS.note.lineHeight;
  if (!marker || Math.abs(y - marker.labelY) >= line) return y;
  return marker.labelY + (y < marker.labelY ? -line : line);
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
