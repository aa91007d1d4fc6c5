import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { type Checks, givenFields, isListOf, isOneOf, isTitle, problemIn } from "../../checks.ts";
import type { BoardDocument } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import type { PhaseId, TouchpointId } from "../ids.ts";
import { MAX_ACTORS, MAX_DURATION, MAX_TITLE_LENGTH } from "../limits.ts";
import { DURATION_UNITS, type Duration } from "../schema.ts";
import { living, orderAt, orderForMove } from "./place.ts";

interface Description {
  readonly title?: string;
  readonly channel?: string;
  /** The department that owns it. */
  readonly owner?: string;
  readonly stage?: "front" | "back";
  readonly actors?: readonly string[];
  /** How long it takes the customer; `null` for nobody said. */
  readonly duration?: Duration | null;
}
const CHECKS: Checks<Description> = {
  title: isTitle,
  channel: isTitle,
  owner: isTitle,
  stage: isOneOf(["front", "back"]),
  actors: isListOf(isTitle, MAX_ACTORS),
  duration: (duration) => (duration === null || isDuration(duration) ? undefined : "bad-value"),
};

/** Adds a touchpoint to a phase, in front of `before` or as the last. */
export function addTouchpoint(
  board: BoardDocument,
  by: Actor,
  args: { readonly phase: PhaseId; readonly title: string; readonly before?: TouchpointId },
): Outcome<TouchpointId> {
  if (!living(board, "phases", args.phase)) return refused("gone");
  if (args.title.length > MAX_TITLE_LENGTH) return refused("too-long");
  const list = { parent: args.phase, lane: "" };
  const id = newId();
  return transact(board, by, (write) => {
    const order = orderAt(board, "touchpoints", list, args.before);
    write.create("touchpoints", id, { stamped: { at: placeText({ ...list, order }), title: args.title } });
    return id;
  });
}

/** Changes what a touchpoint says of itself; absent arguments stay as they are. */
export function describeTouchpoint(
  board: BoardDocument,
  by: Actor,
  args: Description & { readonly touchpoint: TouchpointId },
): Outcome {
  const { touchpoint, duration } = args;
  const described = living(board, "touchpoints", touchpoint);
  if (!described) return refused("gone");
  if (described.locked) return refused("locked");
  const problem = problemIn(CHECKS, args);
  if (problem) return refused(problem);
  const given = givenFields(CHECKS, args);
  // One register: of two people who say it differently at once, one is heard whole.
  if (duration) given["duration"] = [duration.value, duration.unit];
  return transact(board, by, (write) => {
    for (const [field, value] of Object.entries(given)) write.set("touchpoints", touchpoint, field, value);
  });
}

function isDuration({ value, unit }: Duration): boolean {
  return value >= 0 && value <= MAX_DURATION && DURATION_UNITS.includes(unit);
}

/** Moves a touchpoint, with all that is on it, within its journey. */
export function moveTouchpoint(
  board: BoardDocument,
  by: Actor,
  args: { readonly touchpoint: TouchpointId; readonly phase: PhaseId; readonly before?: TouchpointId },
): Outcome {
  const touchpoint = living(board, "touchpoints", args.touchpoint);
  const phase = living(board, "phases", args.phase);
  if (!touchpoint || !phase) return refused("gone");
  if (touchpoint.locked) return refused("locked");
  const from = living(board, "phases", touchpoint.at.value.parent);
  // Its cards lie in lanes of its journey; in another journey they would fall into the tray.
  if (from && from.at.value.parent !== phase.at.value.parent) return refused("bad-value");
  const list = { parent: args.phase, lane: "" };
  const order = orderForMove(board, "touchpoints", args.touchpoint, list, args.before);
  if (order === undefined) return NOTHING;
  return transact(board, by, (write) => write.set("touchpoints", args.touchpoint, "at", placeText({ ...list, order })));
}

/** Removes a touchpoint; its cards go to the Unplaced tray. */
export function removeTouchpoint(
  board: BoardDocument,
  by: Actor,
  args: { readonly touchpoint: TouchpointId },
): Outcome {
  const touchpoint = living(board, "touchpoints", args.touchpoint);
  if (!touchpoint) return NOTHING;
  if (touchpoint.locked) return refused("locked");
  return transact(board, by, (write) => write.set("touchpoints", args.touchpoint, "del", true));
}
