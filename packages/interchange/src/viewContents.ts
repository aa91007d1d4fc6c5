/** What writers ask of a view. */
import type { CardView, JourneyView, RatingView, Role, Scale } from "@sameside/model";
import { ROLES, valueOnScale } from "@sameside/model";

/** All cards of a journey, on phases and on touchpoints. */
export function cardsOf(journey: JourneyView): CardView[] {
  return journey.phases.flatMap((phase) => {
    const holders = [phase, ...phase.touchpoints];
    return holders.flatMap((holder) => Object.values(holder.cardsByLane).flat());
  });
}

/** A value of −1…+1 as a number on a scale, to two decimals: nobody rates finer than that. */
export function scoreOnScale(value: number, scale: Scale): number {
  const score = scale.min + ((value + 1) / 2) * (scale.max - scale.min);
  return Math.round(score * 100) / 100;
}

/** How far a stored value may be from the one its file's number gives, before the number counts as outdated. */
const SAME_VALUE = 1e-6;

/** The number a file gave for this rating; `undefined` when there is none, or the journey's scale has changed since. */
export function rawScore(rating: RatingView, scale: Scale): number | undefined {
  if (rating.raw === undefined) return undefined;
  return Math.abs(valueOnScale(rating.raw, scale) - rating.value) < SAME_VALUE ? rating.raw : undefined;
}

/**
 * The ratings that stand for a touchpoint where a format holds one number. Roles are never mixed into one number
 * (their difference is the perception gap): customers' ratings come first, then the other roles in their order.
 */
export function ratingsOfOneRole(ratings: readonly RatingView[]): { role: Role; ratings: RatingView[] } | undefined {
  const role = ROLES.find((candidate) => ratings.some((rating) => rating.role === candidate));
  return role && { role, ratings: ratings.filter((rating) => rating.role === role) };
}

/** The mean of some ratings (at least one), −1…+1. */
export function meanValue(ratings: readonly RatingView[]): number {
  return ratings.reduce((sum, rating) => sum + rating.value, 0) / ratings.length;
}
