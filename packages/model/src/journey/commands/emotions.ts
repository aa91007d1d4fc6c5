/** What people feel at a touchpoint, and the moments that decide whether they stay. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { type Checks, givenFields, isListOf, isText, isTitle, problemIn } from "../../checks.ts";
import { type BoardDocument, docOf, entityOf } from "../../document.ts";
import { newId } from "../../id.ts";
import type { MomentId, PersonId, RatingId, TouchpointId } from "../ids.ts";
import { MAX_CONDITIONS, MAX_TEXT_LENGTH } from "../limits.ts";
import { MOMENT_VALUE, type MomentKind } from "../schema.ts";
import { isMetricsOrNone, isWithinOrNone } from "./factChecks.ts";
import { living, livingHeldBy } from "./place.ts";

/** One person's rating of one touchpoint has one id, so that rating twice, also from two devices, is one rating. */
export function ratingId(touchpoint: TouchpointId, person: PersonId): RatingId {
  return `${touchpoint}~${person}`;
}

/**
 * The actor's own rating, −1 (worst) to +1 (best); `intensity`, 0…1, says how strongly, `words` how in their own words.
 * Absent, these stay as they are.
 */
export function rate(
  board: BoardDocument,
  by: Actor,
  args: {
    readonly touchpoint: TouchpointId;
    readonly value: number;
    readonly intensity?: number;
    readonly words?: string;
  },
): Outcome {
  if (!living(board, "touchpoints", args.touchpoint)) return refused("gone");
  if (!(args.value >= -1 && args.value <= 1)) return refused("bad-value");
  const { intensity, words } = args;
  if (intensity !== undefined && !(intensity >= 0 && intensity <= 1)) return refused("bad-value");
  if (words !== undefined && words.length > MAX_TEXT_LENGTH) return refused("too-long");
  const id = ratingId(args.touchpoint, by.person);
  const said = { ...(intensity === undefined ? {} : { intensity }), ...(words === undefined ? {} : { words }) };
  return transact(board, by, (write) => {
    if (!entityOf(docOf(board), "ratings", id)) {
      write.create("ratings", id, {
        plain: {
          touchpoint: args.touchpoint,
          person: by.person,
          role: by.role,
          ...(by.customerType === undefined ? {} : { customerType: by.customerType }),
        },
        stamped: { value: args.value, ...said },
      });
    } else {
      write.set("ratings", id, "del", null);
      write.set("ratings", id, "value", args.value);
      for (const [field, value] of Object.entries(said)) write.set("ratings", id, field, value);
    }
  });
}

/** Takes the actor's own rating back. */
export function unrate(board: BoardDocument, by: Actor, args: { readonly touchpoint: TouchpointId }): Outcome {
  const id = ratingId(args.touchpoint, by.person);
  if (!living(board, "ratings", id)) return NOTHING;
  return transact(board, by, (write) => write.set("ratings", id, "del", true));
}

/** Marks a touchpoint as a moment of truth, or changes its mark. `value` is a whole number, −3…+3. */
export function markMoment(
  board: BoardDocument,
  by: Actor,
  args: {
    readonly touchpoint: TouchpointId;
    readonly kind: MomentKind;
    readonly value: number;
    readonly reason: string;
  },
): Outcome<MomentId> {
  const { touchpoint, kind, value, reason } = args;
  if (!living(board, "touchpoints", touchpoint)) return refused("gone");
  if (!Number.isInteger(value) || value < MOMENT_VALUE.min || value > MOMENT_VALUE.max) return refused("bad-value");
  if (reason.length > MAX_TEXT_LENGTH) return refused("too-long");
  const existing = momentsOn(board, touchpoint)[0];
  return transact(board, by, (write) => {
    if (existing) {
      write.set("moments", existing.id, "kind", kind);
      write.set("moments", existing.id, "value", value);
      write.set("moments", existing.id, "reason", reason);
      return existing.id;
    }
    const id = newId();
    write.create("moments", id, {
      plain: { touchpoint, author: by.person, made: by.now() },
      stamped: { kind, value, reason },
    });
    return id;
  });
}

interface MomentFacts {
  /** What must hold for customers to be content. */
  readonly conditions?: readonly string[];
  /** How customers would measure it ("under 5 min"); a text that is no metric is refused, "" takes it away. */
  readonly metrics?: string;
  /** What customers feel when it fails and when it is met, −1…+1; `null` for nobody said. */
  readonly emotionIfFailed?: number | null;
  readonly emotionIfMet?: number | null;
  readonly consequenceIfFailed?: string;
  readonly consequenceIfMet?: string;
}
const MOMENT_FACTS: Checks<MomentFacts> = {
  conditions: isListOf(isTitle, MAX_CONDITIONS),
  metrics: isMetricsOrNone,
  emotionIfFailed: isWithinOrNone(-1, 1),
  emotionIfMet: isWithinOrNone(-1, 1),
  consequenceIfFailed: isText,
  consequenceIfMet: isText,
};

/** Changes what a moment of truth says of itself; absent arguments stay as they are, a list is replaced as a whole. */
export function describeMoment(
  board: BoardDocument,
  by: Actor,
  args: MomentFacts & { readonly moment: MomentId },
): Outcome {
  if (!living(board, "moments", args.moment)) return refused("gone");
  const problem = problemIn(MOMENT_FACTS, args);
  if (problem) return refused(problem);
  return transact(board, by, (write) => {
    for (const [field, value] of Object.entries(givenFields(MOMENT_FACTS, args)))
      write.set("moments", args.moment, field, value);
  });
}

/** Takes every moment-of-truth mark off a touchpoint. */
export function unmarkMoment(board: BoardDocument, by: Actor, args: { readonly touchpoint: TouchpointId }): Outcome {
  return transact(board, by, (write) => {
    for (const moment of momentsOn(board, args.touchpoint)) write.set("moments", moment.id, "del", true);
  });
}

function momentsOn(board: BoardDocument, touchpoint: TouchpointId) {
  return livingHeldBy(board, "moments", touchpoint).sort((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1));
}
