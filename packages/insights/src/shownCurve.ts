/** What a feeling lane draws: one or two series, how far they are apart, and where the strongest and the last feeling is. */
import { type Id, type JourneyView, MIN_TALLY_PEOPLE, type RatingView, type TouchpointView } from "@sameside/model";
import { feelingOf, type Spread } from "./emotionCurve.ts";
import { originOf, touchpointsOf } from "./journeyParts.ts";

/** Whose feelings a series tells: of one side of the glass, of everybody, or of another journey's people. */
export type SeriesKey = "customers" | "colleagues" | "everybody" | "beside";

/** What is drawn: both sides apart, everybody as one, or everybody beside those of another journey of the board. */
export type CurveShown = "sides" | "everybody" | JourneyView;

export interface ShownOptions {
  readonly shown: CurveShown;
  /** With both sides: how far colleagues are from customers. */
  readonly gap: boolean;
  /** A series says nothing of a touchpoint that fewer people than this rated. */
  readonly fewest: number;
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
  /** The other series, if there is one and it says something here. */
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
  const { shown, gap, fewest } = options;
  const touchpoints = touchpointsOf(journey);
  const heard = (series: SeriesKey, ratings: readonly RatingView[]): SeriesFeeling | undefined => {
    const feeling = ratings.length >= fewest ? feelingOf(ratings) : undefined;
    return feeling && { series, ...feeling };
  };
  const sideOf = (touchpoint: TouchpointView, series: SeriesKey) =>
    heard(
      series,
      touchpoint.ratings.filter((rating) => isOfSide(rating, series)),
    );
  const pointsOf = (main: SeriesKey, otherOf: (touchpoint: TouchpointView) => SeriesFeeling | undefined) =>
    touchpoints.map((touchpoint) => {
      const other = otherOf(touchpoint);
      return pointOf(touchpoint, main, sideOf(touchpoint, main), other ? [other] : [], gap && shown === "sides");
    });
  if (shown === "sides") {
    const hasCustomers = touchpoints.some((touchpoint) => sideOf(touchpoint, "customers"));
    return marked(
      hasCustomers
        ? pointsOf("customers", (touchpoint) => sideOf(touchpoint, "colleagues"))
        : pointsOf("colleagues", () => undefined),
    );
  }
  if (shown === "everybody") return marked(pointsOf("everybody", () => undefined));
  const partnerOf = openPartners(journey, shown);
  return marked(pointsOf("everybody", (touchpoint) => heard("beside", partnerOf(touchpoint)?.ratings ?? [])));
}

/**
 * How a table's feelings may leave it, on paper or to a room: both sides are told apart only where nobody's own feeling
 * can be read off.
 */
export function toldAway(
  journey: JourneyView,
  { shown, gap }: Pick<ShownOptions, "gap"> & { readonly shown: Extract<CurveShown, string> },
): ShownOptions & { readonly shown: Extract<CurveShown, string> } {
  const ratings = touchpointsOf(journey).flatMap((touchpoint) => touchpoint.ratings);
  const peopleOf = (side: SeriesKey) =>
    new Set(ratings.filter((rating) => isOfSide(rating, side)).map(({ person }) => person)).size;
  const areMany = peopleOf("customers") >= MIN_TALLY_PEOPLE && peopleOf("colleagues") >= MIN_TALLY_PEOPLE;
  if (shown === "sides" && areMany) return { shown, gap, fewest: MIN_TALLY_PEOPLE };
  return { shown: "everybody", gap: false, fewest: 1 };
}

/** Whoever is not a customer sits on the company's side of the table. */
function isOfSide({ role }: RatingView, series: SeriesKey): boolean {
  if (series === "customers") return role === "customer";
  return series === "colleagues" ? role !== "customer" : true;
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

/** Of two equally strong feelings, and of two equally wide gaps, the earlier one is marked. */
function marked(points: readonly ShownPoint[]): ShownPoint[] {
  const rated = points.filter(({ mean }) => mean !== undefined);
  const isTold = rated.length >= FEWEST_FOR_MARKS;
  const peak = isTold ? most(rated, ({ mean }) => Math.abs(mean ?? 0)) : undefined;
  const end = isTold ? rated.at(-1) : undefined;
  const gap = most(rated, (point) => Math.abs(point.gap ?? 0));
  return points.map((point) => ({
    ...point,
    marks: [
      ...(point === peak && point.mean !== 0 ? (["peak"] as const) : []),
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
