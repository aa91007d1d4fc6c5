/**
 * Of whom a feeling may be told at a touchpoint. What is told together must not give away what is not: whoever takes the
 * customers from everybody has the colleagues. So what is left of anything that is told, after everything else that is
 * told within it, may be told too. Both sides come first, then types of customers, then names, then everybody as one.
 */
import type { RatingView } from "@sameside/model";
import { SIDES, type Side, sideOf } from "./sides.ts";
import { isShown, isTold, type Telling } from "./telling.ts";
import { TYPE_SERIES, type TypePlaceOf, type TypeSeries, typeSeriesOf } from "./typeSeries.ts";

export type ToldSeries = Side | TypeSeries | "everybody";
type Ratings = readonly RatingView[];

export interface Told {
  readonly series: ReadonlySet<ToldSeries>;
  /** Whose feelings may stand there with a name, of those who let theirs be shown; nobody's away from the table. */
  readonly named: Ratings;
}

const NOTHING: Told = { series: new Set(), named: [] };

/** People of whom something would be told: a series, or one by name. Any two of them are apart, or one is in the other. */
interface Group {
  readonly series?: ToldSeries;
  readonly ratings: Ratings;
}

/** `ratings`: all of one touchpoint. `typeOf`: absent where no type is to be told. */
export function toldSeries(ratings: Ratings, telling: Telling, typeOf?: TypePlaceOf): Told {
  const { fewest, mayShow } = telling;
  if (ratings.length === 0) return NOTHING;
  const atTable = safe(groupsOf(ratings, telling, typeOf), { ...telling, fewest: 1 });
  // Whoever hears of it away from the table may hear from somebody at the table, too.
  const told = fewest > 1 ? safe(atTable, telling) : atTable;
  return {
    series: new Set(told.flatMap(({ series }) => series ?? [])),
    named: mayShow && fewest <= 1 ? told.flatMap(({ series, ratings: one }) => (series ? [] : one)) : [],
  };
}

/** In the order in which they are told. */
function groupsOf(ratings: Ratings, { mayShow }: Telling, typeOf: TypePlaceOf | undefined): readonly Group[] {
  const groupOf = (series: ToldSeries, isOf: (rating: RatingView) => boolean): Group => ({
    series,
    ratings: ratings.filter(isOf),
  });
  const types = typeOf
    ? TYPE_SERIES.map((type) => groupOf(type, (rating) => typeSeriesOf(rating, typeOf) === type))
    : [];
  return [
    ...SIDES.map((side) => groupOf(side, (rating) => sideOf(rating) === side)),
    ...types.sort((one, other) => other.ratings.length - one.ratings.length),
    ...ratings.filter((rating) => mayShow && isShown(rating, mayShow)).map((rating) => ({ ratings: [rating] })),
    { series: "everybody", ratings },
  ];
}

/** One after the other, those that may be told beside the ones before. */
function safe(groups: readonly Group[], telling: Telling): readonly Group[] {
  const told: Group[] = [];
  for (const group of groups)
    if (isTold(group.ratings, telling) && areApart([...told, group], telling)) told.push(group);
  return told;
}

function areApart(told: readonly Group[], telling: Telling): boolean {
  return told.every((group) => {
    const within = new Set(
      told.flatMap(({ ratings }) => (ratings.length < group.ratings.length && isIn(ratings, group) ? ratings : [])),
    );
    const left = group.ratings.filter((rating) => !within.has(rating));
    return left.length === 0 || isTold(left, telling);
  });
}

/** By the first of them: two groups are apart, or one is in the other. */
function isIn([first]: Ratings, { ratings }: Group): boolean {
  return first !== undefined && ratings.includes(first);
}
