import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import { MAX_TITLE_LENGTH } from "../limits.ts";
import type { Id } from "../schema.ts";
import { living, orderAt, standsAt } from "./place.ts";

/** Adds a touchpoint to a phase, in front of `before` or as the last. */
export function addTouchpoint(
  board: BoardDocument,
  by: Actor,
  args: { readonly phase: Id; readonly title: string; readonly before?: Id },
): Outcome<Id> {
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
  args: {
    readonly touchpoint: Id;
    readonly title?: string;
    readonly channel?: string;
    readonly owner?: string;
    readonly stage?: "front" | "back";
  },
): Outcome {
  const { touchpoint, ...fields } = args;
  if (!living(board, "touchpoints", touchpoint)) return refused("gone");
  if (Object.values(fields).some((text) => text !== undefined && text.length > MAX_TITLE_LENGTH))
    return refused("too-long");
  return transact(board, by, (write) => {
    for (const [field, text] of Object.entries(fields))
      if (text !== undefined) write.set("touchpoints", touchpoint, field, text);
  });
}

/** Moves a touchpoint, with all that is on it, within its journey. */
export function moveTouchpoint(
  board: BoardDocument,
  by: Actor,
  args: { readonly touchpoint: Id; readonly phase: Id; readonly before?: Id },
): Outcome {
  const touchpoint = living(board, "touchpoints", args.touchpoint);
  const phase = living(board, "phases", args.phase);
  if (!touchpoint || !phase) return refused("gone");
  const from = living(board, "phases", touchpoint.at.value.parent);
  // Its cards lie in lanes of its journey; in another journey they would fall into the tray.
  if (from && from.at.value.parent !== phase.at.value.parent) return refused("bad-value");
  const list = { parent: args.phase, lane: "" };
  if (standsAt(board, "touchpoints", args.touchpoint, list, args.before)) return NOTHING;
  return transact(board, by, (write) => {
    const order = orderAt(board, "touchpoints", list, args.before, args.touchpoint);
    write.set("touchpoints", args.touchpoint, "at", placeText({ ...list, order }));
  });
}

/** Removes a touchpoint; its cards go to the Unplaced tray. */
export function removeTouchpoint(board: BoardDocument, by: Actor, args: { readonly touchpoint: Id }): Outcome {
  if (!living(board, "touchpoints", args.touchpoint)) return NOTHING;
  return transact(board, by, (write) => write.set("touchpoints", args.touchpoint, "del", true));
}
