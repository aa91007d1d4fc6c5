/** What may be wished of a seating, and what can be said of one. */
import type { GroupView, Id, PersonView } from "@sameside/model";

/** In order of weight: where two of them cannot both be kept, the first one is. */
export const SEATING_RULES = [
  "seats",
  "moderators",
  "colleagues",
  "buddies",
  "customerTypes",
  "sizes",
  "departments",
] as const;
/**
 * - `seats`: no table has more people than seats.
 * - `moderators`, `colleagues`: each table has one at least (S0-4).
 * - `buddies`: who goes with whom sits at one table (S0-13).
 * - `customerTypes`: each table of one type, or each type at every table (S0-3).
 * - `sizes`: the largest and the smallest table differ by one person at most.
 * - `departments`: people of one department are spread over the tables.
 */
export type SeatingRule = (typeof SEATING_RULES)[number];

export interface SeatingWishes {
  readonly customers: "byType" | "mixed";
  /** A rule that is absent need not hold, and nothing is said of it. */
  readonly rules: ReadonlySet<SeatingRule>;
}

/** The part of a plan that a seating is about. */
export interface Seating {
  readonly people: readonly PersonView[];
  readonly groups: readonly GroupView[];
}

/** A wish that a seating does not keep: at which table, and the numbers that say why. */
export type BrokenRule =
  /** They sit nowhere. */
  | { readonly rule: "everybody"; readonly people: readonly Id[] }
  | { readonly rule: "seats"; readonly group: Id; readonly people: number; readonly seats: number }
  /** `have`: how many of them come at all; `tables`: at how many tables one is needed. */
  | { readonly rule: "moderators" | "colleagues"; readonly group: Id; readonly have: number; readonly tables: number }
  | { readonly rule: "buddies"; readonly colleague: Id; readonly customer: Id }
  | { readonly rule: "byType"; readonly group: Id; readonly customerTypes: readonly Id[] }
  /** Without a group: too few come of this type to be at every table. */
  | {
      readonly rule: "mixed";
      readonly customerType: Id;
      readonly have: number;
      readonly tables: number;
      readonly group?: Id;
    }
  | {
      readonly rule: "sizes";
      readonly group: Id;
      readonly people: number;
      readonly smallest: Id;
      readonly smallestPeople: number;
    }
  | { readonly rule: "departments"; readonly group: Id; readonly department: Id; readonly people: number };

/** Who gets a seat: all who come, but facilitators, who run the workshop and sit at no table. */
export function whoSits(people: readonly PersonView[]): readonly PersonView[] {
  return people.filter(({ role, isAbsent }) => role !== "facilitator" && !isAbsent);
}
