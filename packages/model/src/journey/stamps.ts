/** Who did what and when, read from the stamps that every change leaves in the document (SPEC D2). */
import type * as Y from "yjs";
import { registerOf } from "../changes.ts";
import { type BoardCollection, type BoardDocument, docOf, entityOf } from "../document.ts";
import { liveIndexOf } from "../entityIndex.ts";
import { BOARD, fieldsOf, type RecordOf } from "./records.ts";
import type { Id, Stamp } from "./schema.ts";
import { isTakenAway } from "./takenAway.ts";
import { inAuthorsWords } from "./writtenFor.ts";

/** The collections whose removed things are listed: those that were seen on the map by themselves. */
const LISTED = ["journeys", "phases", "lanes", "touchpoints", "cards", "moments", "evidence"] as const;
type ListedCollection = (typeof LISTED)[number];

export interface RemovedView {
  readonly collection: ListedCollection;
  readonly id: Id;
  /** Its title, name or words; of a moment of truth the touchpoint's title. */
  readonly title: string;
  readonly by: Stamp;
}

/**
 * Everything that is removed, the last first. What its remover brought back, or others did, is not removed; what was
 * taken away because it hurts somebody is not told of.
 */
export function readRemoved(board: BoardDocument): readonly RemovedView[] {
  const doc = docOf(board);
  const { records } = liveIndexOf(doc, BOARD).index;
  const removed = LISTED.flatMap((collection) =>
    [...records[collection].values()].flatMap((record): RemovedView[] => {
      const by = record.del && !isTakenAway(record) ? stampOf(entityOf(doc, collection, record.id), "del") : undefined;
      return by ? [{ collection, id: record.id, title: titleOf(board, collection, record.id), by }] : [];
    }),
  );
  return removed.sort((a, b) => b.by.time - a.by.time || (a.id < b.id ? -1 : 1));
}

export interface FieldChange {
  /** The field's name in the document; `made` for the making of a thing that notes who made it. */
  readonly field: string;
  readonly by: Stamp;
}

/** Who wrote each field of a thing last, and when; the last change first. Empty for what is unknown. */
export function readFieldChanges(
  board: BoardDocument,
  thing: { readonly collection: Exclude<BoardCollection, "ratings" | "suggestions">; readonly id: Id },
): readonly FieldChange[] {
  const entity = entityOf(docOf(board), thing.collection, thing.id);
  const record = liveIndexOf(docOf(board), BOARD).index.records[thing.collection].get(thing.id);
  // Nobody is told whose it was.
  if (!entity || (record && isTakenAway(record))) return [];
  const changes = fieldsOf(thing.collection).flatMap((field): FieldChange[] => {
    const by = stampOf(entity, field);
    return by ? [{ field, by }] : [];
  });
  const [person, time] = [entity.get("author"), entity.get("made")];
  const isNoted = typeof person === "string" && typeof time === "number";
  const all: readonly FieldChange[] = isNoted ? [...changes, { field: "made", by: { person, time } }] : changes;
  return all.toSorted((a, b) => b.by.time - a.by.time);
}

function stampOf(entity: Y.Map<unknown> | undefined, field: string): Stamp | undefined {
  if (!entity) return undefined;
  const { person, time } = registerOf(entity, field);
  return person === undefined || time === undefined ? undefined : { person, time };
}

function titleOf(board: BoardDocument, collection: ListedCollection, id: Id): string {
  const { records } = liveIndexOf(docOf(board), BOARD).index;
  const card = collection === "cards" ? records.cards.get(id) : undefined;
  switch (collection) {
    case "lanes":
      return records.lanes.get(id)?.name ?? "";
    case "cards":
      return wordsOf(card && inAuthorsWords(card));
    case "evidence":
      return wordsOf(records.evidence.get(id));
    case "moments":
      return records.touchpoints.get(records.moments.get(id)?.touchpoint ?? "")?.title ?? "";
    default:
      return records[collection].get(id)?.title ?? "";
  }
}

function wordsOf(record: RecordOf<"cards"> | RecordOf<"evidence"> | undefined): string {
  return record?.withdrawn ? "" : (record?.text?.value ?? record?.said ?? "");
}
