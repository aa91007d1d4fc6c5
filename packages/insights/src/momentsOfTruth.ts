/** Where a journey creates value and where it destroys it. */
import type { Id, JourneyView, MomentKind } from "@sameside/model";

export interface RankedMoment {
  readonly touchpoint: Id;
  readonly phase: Id;
  readonly title: string;
  readonly kind: MomentKind;
  /** −3…+3. */
  readonly value: number;
  readonly reason: string;
}

export interface MomentsOfTruth {
  /** Value above 0, the strongest first. */
  readonly creates: readonly RankedMoment[];
  /** Value below 0, the strongest first. */
  readonly destroys: readonly RankedMoment[];
  /** Marked, but with no value yet, in journey order. */
  readonly undecided: readonly RankedMoment[];
}

/**
 * The marked touchpoints, ranked by the size of their value; equal ones stay in journey order. Where several people
 * marked a touchpoint at the same time, its first mark counts until they settle it.
 */
export function momentsOfTruth(journey: JourneyView): MomentsOfTruth {
  const moments = journey.phases.flatMap((phase) =>
    phase.touchpoints.flatMap((touchpoint): RankedMoment[] => {
      if (!touchpoint.moment) return [];
      const { kind, value, reason } = touchpoint.moment;
      return [{ touchpoint: touchpoint.id, phase: phase.id, title: touchpoint.title, kind, value, reason }];
    }),
  );
  const ranked = moments.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return {
    creates: ranked.filter((moment) => moment.value > 0),
    destroys: ranked.filter((moment) => moment.value < 0),
    undecided: moments.filter((moment) => moment.value === 0),
  };
}
