/** The two sides of the glass. */
import type { RatingView } from "@sameside/model";

export const SIDES = ["customers", "colleagues"] as const;
export type Side = (typeof SIDES)[number];

/** Whoever is not a customer sits on the company's side of the table. */
export function sideOf({ role }: Pick<RatingView, "role">): Side {
  return role === "customer" ? "customers" : "colleagues";
}
