/**
 * Taking away what hurts somebody. It is gone for the table like everything that was removed, and nothing that lists what
 * was removed tells of it: only its author learns it, on their own device, and may say it otherwise.
 */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import type { PersonId } from "../ids.ts";
import type { RecordOf } from "../records.ts";
import type { Id } from "../schema.ts";
import { isTakenAway } from "../takenAway.ts";
import { wordsOfCard } from "../writtenFor.ts";
import { allOf, known, living } from "./place.ts";

/** What can be taken away. */
const TAKEN = ["cards", "comments", "topics"] as const;
type Taken = (typeof TAKEN)[number];

interface Thing {
  readonly collection: Taken;
  readonly id: Id;
}

/** Takes something away without saying whose it was; by who leads the table. */
export function takeAway(board: BoardDocument, by: Actor, { collection, id }: Thing): Outcome {
  if (!leads(by)) return refused("not-yours");
  if (!living(board, collection, id)) return NOTHING;
  return transact(board, by, (write) => {
    write.set(collection, id, "takenAway", true);
    write.set(collection, id, "del", true);
  });
}

/** Puts it back where it was; by who leads the table. */
export function giveBack(board: BoardDocument, by: Actor, { collection, id }: Thing): Outcome {
  if (!leads(by)) return refused("not-yours");
  const record = known(board, collection, id);
  if (!record || !isTakenAway(record)) return NOTHING;
  return transact(board, by, (write) => {
    write.set(collection, id, "takenAway", false);
    write.set(collection, id, "del", false);
  });
}

/** `true` for a card that was taken away: no list tells of it. */
export function wasTakenAway(board: BoardDocument, card: Id): boolean {
  return isTakenAway(known(board, "cards", card) ?? {});
}

/** What was taken away of this person, in their own words, oldest first; for them alone. */
export function readTakenAway(board: BoardDocument, person: PersonId): readonly (Thing & { readonly text: string })[] {
  return TAKEN.flatMap((collection) => allOf(board, collection).map((record) => ({ collection, record })))
    .filter(({ record }) => record.author === person && isTakenAway(record) && !record.withdrawn)
    .sort((a, b) => a.record.made - b.record.made || (a.record.id < b.record.id ? -1 : 1))
    .map(({ collection, record }) => ({ collection, id: record.id, text: wordsOf(record) }));
}

function wordsOf(record: RecordOf<Taken>): string {
  return "writer" in record ? wordsOfCard(record) : (record.text?.value ?? record.said);
}

function leads({ role }: Actor): boolean {
  return role === "moderator" || role === "facilitator";
}
