/**
 * Taking away what hurts somebody. It is gone for the table like everything that was removed, and nothing that lists what
 * was removed tells of it: only its author learns it, on their own device, and may say it otherwise.
 */
import { type Actor, NOTHING, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import type { PersonId } from "../ids.ts";
import type { RecordOf } from "../records.ts";
import type { Id } from "../schema.ts";
import { isTakenAway } from "../takenAway.ts";
import { wordsOfCard } from "../writtenFor.ts";
import { allOf, known, living } from "./place.ts";

/** What can be taken away. */
const TAKEN = ["cards", "comments", "topics", "quotes", "evidence", "claims", "accounts", "suggestions"] as const;
type Taken = (typeof TAKEN)[number];

interface Thing {
  readonly collection: Taken;
  readonly id: Id;
}

/** Takes something away without saying whose it was; by who leads the table. A quote goes with what it became on the map. */
export function takeAway(board: BoardDocument, by: Actor, { collection, id }: Thing): Outcome {
  if (!leads(by)) return refused("not-yours");
  if (!living(board, collection, id)) return NOTHING;
  const landed = landedOf(board, { collection, id });
  return transact(board, by, (write) => {
    for (const thing of [{ collection, id }, ...landed.filter(({ del }) => !del)]) setTaken(write, thing, true);
  });
}

/** Puts it back where it was; by who leads the table. */
export function giveBack(board: BoardDocument, by: Actor, { collection, id }: Thing): Outcome {
  if (!leads(by)) return refused("not-yours");
  const record = known(board, collection, id);
  if (!record || !isTakenAway(record)) return NOTHING;
  const landed = landedOf(board, { collection, id });
  return transact(board, by, (write) => {
    for (const thing of [{ collection, id }, ...landed.filter(isTakenAway)]) setTaken(write, thing, false);
  });
}

/** `true` for a card that was taken away: no list tells of it. */
export function wasTakenAway(board: BoardDocument, card: Id): boolean {
  return isTakenAway(known(board, "cards", card) ?? {});
}

function setTaken(write: Writer, { collection, id }: Thing, isTaken: boolean): void {
  write.set(collection, id, "takenAway", isTaken);
  write.set(collection, id, "del", isTaken);
}

/** The evidence that a quote became. */
function landedOf(board: BoardDocument, { collection, id }: Thing) {
  const quote = collection === "quotes" ? known(board, "quotes", id) : undefined;
  const evidence = quote && known(board, "evidence", quote.landed);
  return evidence ? [{ ...evidence, collection: "evidence" as const }] : [];
}

/** What was taken away of this person, in their own words, oldest first; for them alone. */
export function readTakenAway(board: BoardDocument, person: PersonId): readonly (Thing & { readonly text: string })[] {
  // A quote is told once, not once more for what it became.
  const ofQuotes = new Set(allOf(board, "quotes").flatMap((quote) => (isTakenAway(quote) ? quote.landed : [])));
  return TAKEN.flatMap((collection) => allOf(board, collection).map((record) => ({ collection, record })))
    .filter(({ record }) => !ofQuotes.has(record.id))
    .filter(({ record }) => record.author === person && isTakenAway(record) && !record.withdrawn)
    .sort((a, b) => a.record.made - b.record.made || (a.record.id < b.record.id ? -1 : 1))
    .map(({ collection, record }) => ({ collection, id: record.id, text: wordsOf(record) }));
}

function wordsOf(record: RecordOf<Taken>): string {
  if ("at" in record && "agreed" in record) return wordsOfCard(record);
  if (!("said" in record)) return record.text;
  return record.text?.value ?? record.said;
}

function leads({ role }: Actor): boolean {
  return role === "moderator" || role === "facilitator";
}
