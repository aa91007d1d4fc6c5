/** How a journey feels, touchpoint by touchpoint, with how far people are apart. */
import type { Id, JourneyView, RatingView, Role } from "@sameside/model";
import { ROLES } from "@sameside/model";

export interface CurveOptions {
  /** Whose ratings count; absent = everybody's. */
  readonly roles?: readonly Role[];
}

/** Lowest and highest rating, −1…+1. */
export interface Spread {
  readonly low: number;
  readonly high: number;
}

export interface RoleFeeling {
  readonly n: number;
  /** −1…+1. */
  readonly mean: number;
  readonly spread: Spread;
}

export interface CurvePoint {
  readonly touchpoint: Id;
  readonly phase: Id;
  /** How many ratings count here. */
  readonly n: number;
  /** −1…+1; `undefined` where nobody rated: the curve is broken there, never drawn through. */
  readonly mean: number | undefined;
  readonly spread: Spread | undefined;
  /** Roles that rated; a role without a rating has no entry. */
  readonly byRole: Readonly<Partial<Record<Role, RoleFeeling>>>;
}

/**
 * One point per touchpoint, in journey order (phase by phase). The spread is the whole range, lowest to highest, as in
 * Tukey's range bars (Exploratory Data Analysis, 1977, ch. 2): a table has two to ten people, too few for a standard
 * deviation to mean anything, and the one person who feels otherwise is what the table should talk about.
 */
export function emotionCurve(journey: JourneyView, options: CurveOptions = {}): CurvePoint[] {
  const roles = options.roles ?? ROLES;
  return journey.phases.flatMap((phase) =>
    phase.touchpoints.map((touchpoint) => {
      const counted = touchpoint.ratings.filter((rating) => roles.includes(rating.role));
      const feeling = feelingOf(counted);
      return {
        touchpoint: touchpoint.id,
        phase: phase.id,
        n: counted.length,
        mean: feeling?.mean,
        spread: feeling?.spread,
        byRole: feelingsByRole(counted),
      };
    }),
  );
}

function feelingsByRole(ratings: readonly RatingView[]): Partial<Record<Role, RoleFeeling>> {
  const byRole: Partial<Record<Role, RoleFeeling>> = {};
  for (const role of ROLES) {
    const feeling = feelingOf(ratings.filter((rating) => rating.role === role));
    if (feeling) byRole[role] = feeling;
  }
  return byRole;
}

/** The mean and the range of some ratings; `undefined` of none. */
export function feelingOf(ratings: readonly RatingView[]): RoleFeeling | undefined {
  if (ratings.length === 0) return undefined;
  const values = ratings.map((rating) => rating.value);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { n: values.length, mean, spread: { low: Math.min(...values), high: Math.max(...values) } };
}
