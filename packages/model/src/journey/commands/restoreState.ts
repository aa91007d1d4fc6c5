/**
 * Back to an earlier state of the same board, as new edits: nothing is undone behind anybody's back, others' copies
 * merge it as they merge everything, and it is one undo.
 */
import { type Actor, isValue, type Outcome, refused, registerOf, transact, type Writer } from "../../changes.ts";
import { type BoardDocument, boardFromState, docOf, entityOf } from "../../document.ts";
import { buildIndex, type EntityIndex, liveIndexOf } from "../../entityIndex.ts";
import { newId } from "../../id.ts";
import { BOARD, type BoardRecords, fieldsOf } from "../records.ts";
import type { Id } from "../schema.ts";
import { isTakenAway } from "../takenAway.ts";
import { wordsOfCard } from "../writtenFor.ts";

/** The map itself. What people said and felt for themselves (ratings, comments, claims, evidence …) stays as it is. */
const MAP = ["journeys", "phases", "lanes", "touchpoints", "cards", "moments", "connectors"] as const;
type MapCollection = (typeof MAP)[number];
/** A card's words: nobody else writes them (SPEC C4). */
const OWN_FIELDS: ReadonlySet<string> = new Set(["text", "agreed", "quote"]);
/** What was withdrawn stays withdrawn, whatever an earlier state says of it (SPEC S29). */
const WITHDRAWN = "withdrawn";

interface Restored {
  /** Cards whose words have changed since and are somebody else's: the earlier ones were suggested to their authors. */
  readonly suggested: number;
}

/**
 * Makes the map what it was in `state`, an earlier state of this board: what was removed since comes back, what was
 * added since is removed, the rest has the facts and the place it had. With `only`, one thing and nothing else.
 */
export function restoreState(
  board: BoardDocument,
  by: Actor,
  args: { readonly state: Uint8Array; readonly only?: { readonly collection: MapCollection; readonly id: Id } },
): Outcome<Restored> {
  const { only } = args;
  const earlier = opened(args.state);
  if (!earlier) return refused("bad-value");
  const then = buildIndex(docOf(earlier), BOARD);
  const { index: now } = liveIndexOf(docOf(board), BOARD);
  if (only && !(then.records[only.collection].has(only.id) && now.records[only.collection].has(only.id)))
    return refused("gone");
  return transact(board, by, (write) => {
    let suggested = 0;
    for (const [collection, id] of only ? [[only.collection, only.id] as const] : thingsOf(now)) {
      // What was taken away because it hurts somebody does not come back with the map.
      if (collection === "cards" && isTakenAway(now.records.cards.get(id) ?? {})) continue;
      if (!then.records[collection].has(id)) {
        if (!now.records[collection].get(id)?.del) write.set(collection, id, "del", true);
        continue;
      }
      putBack(write, by, { board, earlier, collection, id });
      const own = collection === "cards" ? then.records.cards.get(id) : undefined;
      if (own?.author === by.person) write.setText("cards", id, "body", own.body);
      if (collection === "cards" && suggestWords(write, by, { then, now, card: id })) suggested += 1;
    }
    return { suggested };
  });
}

function opened(state: Uint8Array): BoardDocument | undefined {
  try {
    return boardFromState(state);
  } catch {
    return undefined;
  }
}

function thingsOf({ records }: EntityIndex<BoardRecords>): readonly (readonly [MapCollection, Id])[] {
  return MAP.flatMap((collection) => [...records[collection].keys()].map((id) => [collection, id] as const));
}

interface Thing {
  readonly board: BoardDocument;
  readonly earlier: BoardDocument;
  readonly collection: MapCollection;
  readonly id: Id;
}

/** Only fields that this program knows: what a newer one wrote beside them is not its to put back (SPEC D11). */
function putBack(write: Writer, by: Actor, { board, earlier, collection, id }: Thing): void {
  const now = entityOf(docOf(board), collection, id);
  const then = entityOf(docOf(earlier), collection, id);
  if (!now || !then) return;
  const isOwn = now.get("author") === by.person;
  for (const field of fieldsOf(collection)) {
    if (field === WITHDRAWN) continue;
    if (collection === "cards" && OWN_FIELDS.has(field) && !isOwn) continue;
    if (!Array.isArray(now.get(field)) && !Array.isArray(then.get(field))) continue;
    const { value } = registerOf(then, field);
    if (isValue(value)) write.set(collection, id, field, value);
  }
}

/** The author of a card is offered the earlier wording, and takes it or leaves it. */
function suggestWords(
  write: Writer,
  by: Actor,
  { then, now, card }: { then: EntityIndex<BoardRecords>; now: EntityIndex<BoardRecords>; card: Id },
): boolean {
  const [before, after] = [then.records.cards.get(card), now.records.cards.get(card)];
  if (!before || !after || after.withdrawn || after.author === by.person) return false;
  const text = wordsOfCard(before);
  if (text === "" || text === wordsOfCard(after)) return false;
  const offered = now.heldBy("suggestions", card).some((it) => !it.del && it.text === text);
  if (offered) return false;
  write.create("suggestions", newId(), { plain: { card, author: by.person, made: by.now(), text } });
  return true;
}
