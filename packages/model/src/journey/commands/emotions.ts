/** What people feel at a touchpoint, and the moments that decide whether they stay. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { type BoardDocument, docOf, entityOf } from "../../document.ts";
import { newId } from "../../id.ts";
import { MAX_TEXT_LENGTH } from "../limits.ts";
import { type Id, MOMENT_VALUE, type MomentKind } from "../schema.ts";
import { living, livingHeldBy } from "./place.ts";

/** One person's rating of one touchpoint has one id, so that rating twice, also from two devices, is one rating. */
export function ratingId(touchpoint: Id, person: Id): Id {
  return `${touchpoint}~${person}`;
}

/** The actor's own rating, −1 (worst) to +1 (best). */
export function rate(
  board: BoardDocument,
  by: Actor,
  args: { readonly touchpoint: Id; readonly value: number },
): Outcome {
  if (!living(board, "touchpoints", args.touchpoint)) return refused("gone");
  if (!(args.value >= -1 && args.value <= 1)) return refused("bad-value");
  const id = ratingId(args.touchpoint, by.person);
  return transact(board, by, (write) => {
    if (!entityOf(docOf(board), "ratings", id)) {
      write.create("ratings", id, {
        plain: { touchpoint: args.touchpoint, person: by.person, role: by.role },
        stamped: { value: args.value },
      });
    } else {
      write.set("ratings", id, "del", null);
      write.set("ratings", id, "value", args.value);
    }
  });
}

/** Takes the actor's own rating back. */
export function unrate(board: BoardDocument, by: Actor, args: { readonly touchpoint: Id }): Outcome {
  const id = ratingId(args.touchpoint, by.person);
  if (!living(board, "ratings", id)) return NOTHING;
  return transact(board, by, (write) => write.set("ratings", id, "del", true));
}

/** Marks a touchpoint as a moment of truth, or changes its mark. `value` is a whole number, −3…+3. */
export function markMoment(
  board: BoardDocument,
  by: Actor,
  args: { readonly touchpoint: Id; readonly kind: MomentKind; readonly value: number; readonly reason: string },
): Outcome<Id> {
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

/** Takes every moment-of-truth mark off a touchpoint. */
export function unmarkMoment(board: BoardDocument, by: Actor, args: { readonly touchpoint: Id }): Outcome {
  return transact(board, by, (write) => {
    for (const moment of momentsOn(board, args.touchpoint)) write.set("moments", moment.id, "del", true);
  });
}

function momentsOn(board: BoardDocument, touchpoint: Id) {
  return livingHeldBy(board, "moments", touchpoint).sort((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1));
}
