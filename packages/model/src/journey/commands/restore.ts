import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import type { BoardCollection, BoardDocument } from "../../document.ts";
import type { Id } from "../schema.ts";
import { isTakenAway } from "../takenAway.ts";
import { known } from "./place.ts";

type Removable = Exclude<BoardCollection, "ratings" | "suggestions">;

/** Brings back what was removed, where it was. What went to the Unplaced tray because of it comes home by itself. */
export function restore(
  board: BoardDocument,
  by: Actor,
  args: { readonly collection: Removable; readonly id: Id },
): Outcome {
  const record = known(board, args.collection, args.id);
  if (!record) return refused("gone");
  if (!record.del) return NOTHING;
  // Only `giveBack` does.
  if (isTakenAway(record)) return refused("not-yours");
  return transact(board, by, (write) => write.set(args.collection, args.id, "del", false));
}

/** Brings back several removed things in one gesture; those that are there, unknown or taken away are passed over. */
export function restoreAll(
  board: BoardDocument,
  by: Actor,
  args: { readonly things: readonly { readonly collection: Removable; readonly id: Id }[] },
): Outcome {
  return transact(board, by, (write) => {
    for (const { collection, id } of args.things) {
      const record = known(board, collection, id);
      if (record?.del && !isTakenAway(record)) write.set(collection, id, "del", false);
    }
  });
}
