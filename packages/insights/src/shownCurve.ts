/** What a feeling lane draws: its series, how far they are apart, and where the strongest and the last feeling is. */
import { type Id, type JourneyView, MIN_TALLY_PEOPLE, type RatingView, type TouchpointView } from "@sameside/model";
import { feelingOf, type Spread } from "./emotionCurve.ts";
import { originOf, touchpointsOf } from "./journeyParts.ts";
import { SIDES, type Side, sideOf } from "./sides.ts";
import type { Telling } from "./telling.ts";
import { toldSeries } from "./toldSeries.ts";
import { TYPE_SERIES, type TypePlaceOf, type TypeSeries, typeSeriesOf } from "./typeSeries.ts";

/** Whose feelings a series tells: of one side of the glass, of a type of customers, of everybody, or of another journey's people. */
export type SeriesKey = Side | "everybody" | "beside" | TypeSeries;

/**
 * What is drawn: both sides apart, the customers' types apart, everybody as one, or everybody beside those of another
 * journey of the board.
 */
export type CurveShown = "sides" | "types" | "everybody" | JourneyView;

export interface ShownOptions extends Telling {
  readonly shown: CurveShown;
  /** With both sides: how far colleagues are from customers. */
  readonly gap: boolean;
  /** Of which type a customer is; for `types`. */
  readonly typeOf?: TypePlaceOf;
}

export interface SeriesFeeling {
  readonly series: SeriesKey;
  readonly n: number;
  /** −1…+1. */
  readonly mean: number;
  readonly spread: Spread;
}

/**
 * Peak: the strongest feeling of all, either way; end: the last one; what people remember of a journey. Gap: where both
 * sides are furthest apart.
 */
export type CurveMark = "peak" | "end" | "gap";

export interface ShownPoint {
  readonly touchpoint: Id;
  readonly series: SeriesKey;
  readonly n: number;
  /** −1…+1; `undefined` where the series says nothing. */
  readonly mean: number | undefined;
  readonly spread: Spread | undefined;
  readonly marks: readonly CurveMark[];
  /** The other series that say something here. */
  readonly others: readonly SeriesFeeling[];
  /** Colleagues' mean minus customers', −2…+2; `undefined` where one side is silent or no gap is asked for. */
  readonly gap: number | undefined;
}

/** Of fewer touchpoints than this every one would be marked. */
const FEWEST_FOR_MARKS = 3;
/** Sides that are nearer to each other than half a level of five agree. */
const LEAST_GAP = 0.25;

/** One point per touchpoint, in journey order. The first series is the customers' where they rated. */
export function shownCurve(journey: JourneyView, options: ShownOptions): ShownPoint[] {
  const { shown, gap, typeOf } = options;
  const touchpoints = touchpointsOf(journey);
  const toldOf = toldOnce((ratings) => toldSeries(ratings, options, typeOf).series);
  const heard = ({ key, ratingsOf, isOf }: Series, touchpoint: TouchpointView): SeriesFeeling | undefined => {
    const ratings = ratingsOf(touchpoint);
    if (!toldOf(ratings).has(key === "beside" ? "everybody" : key)) return undefined;
    const feeling = feelingOf(ratings.filter(isOf));
    return feeling && { series: key, ...feeling };
  };
  const all = seriesOf(journey, options);
  const spoken = all.filter((series) => touchpoints.some((touchpoint) => heard(series, touchpoint)));
  // Another map stands beside this one's line, whether there is one or not.
  const [main, ...others] = isFirstKept(shown) ? all : spoken.length > 0 ? spoken : all.slice(-1);
  if (!main) return [];
  const points = touchpoints.map((touchpoint) =>
    pointOf(
      touchpoint,
      main.key,
      heard(main, touchpoint),
      others.flatMap((other) => heard(other, touchpoint) ?? []),
      gap && shown === "sides",
    ),
  );
  return marked(points, shown === "types");
}

interface Series {
  readonly key: SeriesKey;
  /** All of the touchpoint that it tells of. */
  readonly ratingsOf: (touchpoint: TouchpointView) => readonly RatingView[];
  /** Which of them it counts. */
  readonly isOf: (rating: RatingView) => boolean;
}

/** Each series of a touchpoint asks the same. */
function toldOnce<T>(toldOf: (ratings: readonly RatingView[]) => T): (ratings: readonly RatingView[]) => T {
  const known = new Map<readonly RatingView[], T>();
  return (ratings) => {
    const told = known.get(ratings) ?? toldOf(ratings);
    known.set(ratings, told);
    return told;
  };
}

function isFirstKept(shown: CurveShown): boolean {
  return shown !== "sides" && shown !== "types";
}

/** At least one; the first is drawn first. */
function seriesOf(journey: JourneyView, { shown, typeOf }: ShownOptions): readonly Series[] {
  const series = (key: SeriesKey, isOf: Series["isOf"]): Series => ({ key, ratingsOf: ({ ratings }) => ratings, isOf });
  if (shown === "sides") return SIDES.map((side) => series(side, (rating) => sideOf(rating) === side));
  if (shown === "types") return TYPE_SERIES.map((key) => series(key, (rating) => typeSeriesOf(rating, typeOf) === key));
  const everybody = series("everybody", () => true);
  if (shown === "everybody") return [everybody];
  const partnerOf = openPartners(journey, shown);
  return [
    everybody,
    { key: "beside", ratingsOf: (touchpoint) => partnerOf(touchpoint)?.ratings ?? NOBODY, isOf: () => true },
  ];
}

const NOBODY: readonly RatingView[] = [];

/** `shown` of what can leave a table: another map stands beside this one on the screen alone. */
type AwayOptions = ShownOptions & { readonly shown: Extract<CurveShown, string> };

/**
 * How a table's feelings may leave it, on paper or to a room: sides, and types of customers, are told apart where each
 * of them has enough people, or where more is told so than of everybody as one, of whom nothing is told where it would
 * give away the few beside the many. `options`: as the table itself shows them.
 */
export function toldAway(journey: JourneyView, options: AwayOptions): AwayOptions {
  const { shown, gap, fewest } = options;
  const asOne: AwayOptions = { ...options, shown: "everybody", gap: false };
  if (shown === "everybody") return asOne;
  const apart: AwayOptions = {
    ...options,
    gap: gap && shown === "sides",
    fewest: Math.max(fewest, MIN_TALLY_PEOPLE),
  };
  return isEachOfMany(journey, options) || toldOfCount(journey, apart) > toldOfCount(journey, asOne) ? apart : asOne;
}

/** Whether there are several series to tell apart, and each has enough people somewhere in the journey. */
function isEachOfMany(journey: JourneyView, { shown, typeOf }: AwayOptions): boolean {
  const peopleBySeries = new Map<SeriesKey, Set<Id>>();
  for (const rating of touchpointsOf(journey).flatMap(({ ratings }) => ratings)) {
    const series = shown === "types" ? typeSeriesOf(rating, typeOf) : sideOf(rating);
    if (series) peopleBySeries.set(series, (peopleBySeries.get(series) ?? new Set()).add(rating.person));
  }
  return peopleBySeries.size > 1 && [...peopleBySeries.values()].every((people) => people.size >= MIN_TALLY_PEOPLE);
}

/** Of how many touchpoints something is told. */
function toldOfCount(journey: JourneyView, options: AwayOptions): number {
  return shownCurve(journey, options).filter(({ mean, others }) => mean !== undefined || others.length > 0).length;
}

function pointOf(
  { id }: TouchpointView,
  series: SeriesKey,
  feeling: SeriesFeeling | undefined,
  others: readonly SeriesFeeling[],
  withGap: boolean,
): ShownPoint {
  const [other] = others;
  return {
    touchpoint: id,
    series,
    n: feeling?.n ?? 0,
    mean: feeling?.mean,
    spread: feeling?.spread,
    marks: [],
    others,
    gap: withGap && feeling && other ? other.mean - feeling.mean : undefined,
  };
}

/**
 * Of two equally strong feelings, and of two equally wide gaps, the earlier one is marked. `ofAll`: a mark is about all
 * series, not about the first.
 */
function marked(points: readonly ShownPoint[], ofAll: boolean): ShownPoint[] {
  const strengthOf = ({ mean, others }: ShownPoint) =>
    Math.max(Math.abs(mean ?? 0), ...(ofAll ? others.map((other) => Math.abs(other.mean)) : []));
  const rated = points.filter(({ mean, others }) => mean !== undefined || (ofAll && others.length > 0));
  const isMarked = rated.length >= FEWEST_FOR_MARKS;
  const peak = isMarked ? most(rated, strengthOf) : undefined;
  const end = isMarked ? rated.at(-1) : undefined;
  const gap = most(rated, (point) => Math.abs(point.gap ?? 0));
  return points.map((point) => ({
    ...point,
    marks: [
      ...(point === peak && strengthOf(point) > 0 ? (["peak"] as const) : []),
      ...(point === end ? (["end"] as const) : []),
      ...(point === gap && Math.abs(point.gap ?? 0) >= LEAST_GAP ? (["gap"] as const) : []),
    ],
  }));
}

function most<T>(items: readonly T[], sizeOf: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (largest, item) => (largest === undefined || sizeOf(item) > sizeOf(largest) ? item : largest),
    undefined,
  );
}

/** The touchpoint of the other journey that has the same origin; where none has, one of the same name that is free. */
function openPartners(
  journey: JourneyView,
  other: JourneyView,
): (touchpoint: TouchpointView) => TouchpointView | undefined {
  const origins = new Set(touchpointsOf(journey).map(originOf));
  const theirs = touchpointsOf(other);
  const byOrigin = new Map(theirs.map((touchpoint) => [originOf(touchpoint), touchpoint]));
  const free = theirs.filter((touchpoint) => nameOf(touchpoint) !== "" && !origins.has(originOf(touchpoint)));
  const byName = new Map(free.map((touchpoint) => [nameOf(touchpoint), touchpoint]));
  return (touchpoint) => byOrigin.get(originOf(touchpoint)) ?? byName.get(nameOf(touchpoint));
}

function nameOf({ title }: TouchpointView): string {
  return title.trim().toLocaleLowerCase();
}
