/** Customers told apart by type: which series a rating belongs to. */
import type { RatingView } from "@sameside/model";

/** The place of a customer's type among the workshop's types; `undefined` where nobody said which it is. */
export type TypePlaceOf = (rating: RatingView) => number | undefined;

/** By the place of the type. More lines than these nobody tells apart: further types, and customers of none, are one. */
export const TYPE_SERIES = ["type-0", "type-1", "type-2", "type-3", "type-rest"] as const;
export type TypeSeries = (typeof TYPE_SERIES)[number];

/** `undefined` for whoever is not a customer. */
export function typeSeriesOf(rating: RatingView, typeOf: TypePlaceOf | undefined): TypeSeries | undefined {
  if (rating.role !== "customer") return undefined;
  const place = typeOf?.(rating);
  const apart = TYPE_SERIES.slice(0, -1);
  return (place === undefined ? undefined : apart[place]) ?? "type-rest";
}
