/**
 * What a person wrote and does not stand, because an older value won: of two who write one field without seeing each
 * other the document keeps one, and not always the later. Their value is offered back to them (S0-26).
 */
import {
  type Actor,
  type Changes,
  NOTHING,
  type Outcome,
  refused,
  registerOf,
  transact,
  type Value,
} from "./changes.ts";
import { type Collection, docOf, entityOf, type SharedDocument } from "./document.ts";
import type { Id, Stamp } from "./journey/schema.ts";

export interface Overwritten {
  readonly collection: Collection;
  readonly id: Id;
  /** The field's name in the document. */
  readonly field: string;
  /** What the person wrote there last. */
  readonly yours: Value;
  /** Who wrote what stands, and when: earlier than they did. */
  readonly by: Stamp;
}

/** Where something stands and whether it is there: an older place or removal is seen on the map itself. */
const SEEN_ANYWAY: ReadonlySet<string> = new Set(["at", "del", "locked", "frameLocked"]);

/** @param done The person's own gestures, oldest first. */
export function overwrittenIn(
  document: SharedDocument,
  by: Actor,
  done: readonly Changes[],
  id: Id,
): readonly Overwritten[] {
  const seen = new Set<string>();
  const found: Overwritten[] = [];
  for (const step of done.flatMap(({ steps }) => steps).toReversed()) {
    const { collection, field, time, after } = step;
    if (step.id !== id || step.kind !== "register" || SEEN_ANYWAY.has(field) || seen.has(field)) continue;
    seen.add(field);
    const entity = entityOf(docOf(document), collection, id);
    const now = entity && registerOf(entity, field);
    if (!now || now.person === undefined || now.time === undefined || time === undefined) continue;
    if (now.person === by.person || now.time >= time) continue;
    found.push({ collection, id, field, yours: after, by: { person: now.person, time: now.time } });
  }
  return found;
}

/** Writes it again: what the person meant, as a new change. */
export function putBackOverwritten(
  document: SharedDocument,
  by: Actor,
  { collection, id, field, yours }: Overwritten,
): Outcome {
  const entity = entityOf(docOf(document), collection, id);
  if (!entity || registerOf(entity, "del").value === true) return refused("gone");
  if (registerOf(entity, "locked").value === true) return refused("locked");
  if (registerOf(entity, field).person === by.person) return NOTHING;
  return transact(document, by, (write) => write.set(collection, id, field, yours));
}
