/**
 * Locks: what is locked is not moved, reworded or removed by accident until somebody unlocks it. The frame of a map
 * (its phases and lanes) is locked for participants by those who lead the table. A lock guards against a slip of the
 * hand; it is no right: what somebody did at the same time elsewhere is merged as ever.
 */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import type { JourneyId } from "../ids.ts";
import type { Id } from "../schema.ts";
import { living } from "./place.ts";

type Lockable = "cards" | "touchpoints" | "phases" | "lanes";

/** Locks or unlocks things, in one transaction. What is gone is passed over. */
export function lockThings(
  board: BoardDocument,
  by: Actor,
  args: { readonly things: readonly { readonly collection: Lockable; readonly id: Id }[]; readonly locked: boolean },
): Outcome {
  const things = args.things.filter(({ collection, id }) => living(board, collection, id));
  if (things.length === 0) return args.things.length === 0 ? NOTHING : refused("gone");
  const isInFrame = ({ collection }: (typeof things)[number]) => collection === "phases" || collection === "lanes";
  if (things.filter(isInFrame).some(({ collection, id }) => isFrameShut(board, by, journeyOf(board, collection, id))))
    return refused("locked");
  return transact(board, by, (write) => {
    for (const { collection, id } of things)
      if (living(board, collection, id)?.locked !== args.locked) write.set(collection, id, "locked", args.locked);
  });
}

/** Locks or unlocks the phases and lanes of a journey for all who do not lead the table. */
export function lockFrame(
  board: BoardDocument,
  by: Actor,
  args: { readonly journey: JourneyId; readonly locked: boolean },
): Outcome {
  const journey = living(board, "journeys", args.journey);
  if (!journey) return refused("gone");
  if (!leads(by)) return refused("locked");
  if (journey.frameLocked === args.locked) return NOTHING;
  return transact(board, by, (write) => write.set("journeys", args.journey, "frameLocked", args.locked));
}

/** Whether this person may not change the phases and lanes of a journey. */
export function isFrameShut(board: BoardDocument, by: Actor, journey: JourneyId): boolean {
  return !leads(by) && living(board, "journeys", journey)?.frameLocked === true;
}

function leads({ role }: Actor): boolean {
  return role === "facilitator" || role === "moderator";
}

function journeyOf(board: BoardDocument, collection: Lockable, id: Id): JourneyId {
  return living(board, collection, id)?.at.value.parent ?? "";
}
