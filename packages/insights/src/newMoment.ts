/** How a fresh mark begins: on the side that the ratings point to, one step from the middle, to be said more exactly. */
import type { Id, MomentKind, TouchpointView } from "@sameside/model";

export function newMoment(touchpoint: TouchpointView): {
  readonly touchpoint: Id;
  readonly kind: MomentKind;
  readonly value: number;
  readonly reason: string;
} {
  const sum = touchpoint.ratings.reduce((total, rating) => total + rating.value, 0);
  return { touchpoint: touchpoint.id, kind: "impression", value: sum < 0 ? -1 : 1, reason: "" };
}
