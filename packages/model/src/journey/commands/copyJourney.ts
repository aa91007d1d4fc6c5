/** A journey again as another variant: what could be, beside what is. */
import { type Actor, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import { type BoardDocument, docOf } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import { byOrder } from "../../order.ts";
import { carriedFields } from "../carriedFields.ts";
import { MAX_IMPORT_ENTITIES, MAX_TITLE_LENGTH } from "../limits.ts";
import type { RecordOf } from "../records.ts";
import type { Id, Variant } from "../schema.ts";
import { living, livingHeldBy, openPlacer, orderAt, orderSourceOf } from "./place.ts";

/** What a copy says anew: its place, and that it is there. */
const NEVER_COPIED = ["at", "del"];
/** Nobody has agreed to the copy yet, and no review of it is due. */
const JOURNEY_ONLY = [...NEVER_COPIED, "variant", "title", "status", "nextReview"];
/** A text is handed on as the author's first wording (see `wordsOf`). */
const CARD_ONLY = [...NEVER_COPIED, "text"];

/**
 * Copies a journey with its living phases, lanes, touchpoints, cards, moments of truth and connectors, in one
 * transaction and one undo. Journey, phases, lanes, touchpoints and cards keep as `origin` what they were copied from at
 * first hand, so that all variants of one journey can be laid side by side. Fields that a newer program wrote are
 * carried on. The copy is a draft without a date of review.
 *
 * Words stay their author's: a copied card has the author, the role, the time and the last wording of its author; what
 * somebody else wrote over it round the commands is left behind. Ratings are not copied: they are what a person felt at
 * a touchpoint as it was, and nobody has been through the copy yet. Comments, suggestions, evidence and claims
 * are about the original and stay with it; the origin leads there.
 *
 * @returns The copy's id. Refused: `gone`; `too-long` for the title or a journey of more than MAX_IMPORT_ENTITIES things.
 */
export function copyJourney(
  board: BoardDocument,
  by: Actor,
  args: { readonly journey: Id; readonly variant: Variant; readonly title?: string },
): Outcome<Id> {
  const original = living(board, "journeys", args.journey);
  if (!original) return refused("gone");
  const title = args.title ?? original.title;
  if (title.length > MAX_TITLE_LENGTH) return refused("too-long");
  const contents = contentsOf(board, args.journey);
  if (sizeOf(contents) > MAX_IMPORT_ENTITIES) return refused("too-long");
  const journey = newId();
  return transact(board, by, (write) => {
    const list = { parent: "", lane: "" };
    const order = orderAt(board, "journeys", list, undefined);
    const { stamped, texts } = carriedFields(board, "journeys", original.id, JOURNEY_ONLY);
    write.create("journeys", journey, {
      plain: { origin: original.origin ?? original.id },
      stamped: { ...stamped, at: placeText({ ...list, order }), title, variant: args.variant },
      texts,
    });
    writeContents(board, write, journey, contents);
    return journey;
  });
}

interface Contents {
  readonly journey: Id;
  readonly lanes: readonly RecordOf<"lanes">[];
  readonly phases: readonly RecordOf<"phases">[];
  readonly touchpoints: readonly RecordOf<"touchpoints">[];
  readonly cards: readonly RecordOf<"cards">[];
  readonly moments: readonly RecordOf<"moments">[];
  readonly connectors: readonly RecordOf<"connectors">[];
}

/** What stands in the journey; what lies in the tray does not. */
function contentsOf(board: BoardDocument, journey: Id): Contents {
  const lanes = inOrder(livingHeldBy(board, "lanes", journey));
  const phases = inOrder(livingHeldBy(board, "phases", journey));
  const touchpoints = phases.flatMap((phase) => inOrder(livingHeldBy(board, "touchpoints", phase.id)));
  const cardLanes = new Set(
    lanes.filter((it) => it.kind !== "touchpoint" && it.kind !== "feeling").map(({ id }) => id),
  );
  const cards = [...phases, ...touchpoints]
    .flatMap((holder) => inOrder(livingHeldBy(board, "cards", holder.id)))
    .filter((card) => cardLanes.has(card.at.value.lane));
  const moments = touchpoints.flatMap((touchpoint) => livingHeldBy(board, "moments", touchpoint.id));
  const ends = [...touchpoints, ...cards];
  const shown = new Set(ends.map(({ id }) => id));
  const connectors = ends
    .flatMap(({ id }) => livingHeldBy(board, "connectors", id))
    .filter((connector) => shown.has(connector.to));
  return { journey, lanes, phases, touchpoints, cards, moments, connectors };
}

function sizeOf({ journey: _, ...lists }: Contents): number {
  return Object.values(lists).reduce((sum, records) => sum + records.length, 0);
}

function writeContents(board: BoardDocument, write: Writer, journey: Id, contents: Contents): void {
  const copyByOriginal = new Map<Id, Id>([[contents.journey, journey]]);
  writeFrame(board, write, contents, copyByOriginal);
  writeCards(board, write, contents, copyByOriginal);
  writeMarks(board, write, contents, copyByOriginal);
}

/** Notes the copies that it makes, for what hangs on them. */
function writeFrame(board: BoardDocument, write: Writer, contents: Contents, copyByOriginal: Map<Id, Id>): void {
  const place = openPlacer(orderSourceOf(docOf(board)));
  for (const collection of ["lanes", "phases", "touchpoints"] as const) {
    for (const record of contents[collection]) {
      const id = newId();
      copyByOriginal.set(record.id, id);
      const at = place(copyOf(record.at.value.parent, copyByOriginal), "");
      const { stamped, texts } = carriedFields(board, collection, record.id, NEVER_COPIED);
      write.create(collection, id, { plain: originOf(record), stamped: { ...stamped, at }, texts });
    }
  }
}

function writeCards(board: BoardDocument, write: Writer, contents: Contents, copyByOriginal: Map<Id, Id>): void {
  const place = openPlacer(orderSourceOf(docOf(board)));
  for (const card of contents.cards) {
    const id = newId();
    copyByOriginal.set(card.id, id);
    const at = place(copyOf(card.at.value.parent, copyByOriginal), copyOf(card.at.value.lane, copyByOriginal));
    const { stamped, texts } = carriedFields(board, "cards", card.id, CARD_ONLY);
    const { author, role, kind } = card;
    write.create("cards", id, {
      plain: { ...originOf(card), author, role, kind, ...wordsOf(card) },
      stamped: { ...stamped, at },
      texts,
    });
  }
}

function writeMarks(
  board: BoardDocument,
  write: Writer,
  { moments, connectors }: Contents,
  copyByOriginal: ReadonlyMap<Id, Id>,
): void {
  for (const { id, author, made, touchpoint } of moments) {
    const plain = { author, made, touchpoint: copyOf(touchpoint, copyByOriginal) };
    write.create("moments", newId(), { ...carriedFields(board, "moments", id, NEVER_COPIED), plain });
  }
  for (const { id, author, made, from, to } of connectors) {
    const plain = { author, made, from: copyOf(from, copyByOriginal), to: copyOf(to, copyByOriginal) };
    write.create("connectors", newId(), { ...carriedFields(board, "connectors", id, NEVER_COPIED), plain });
  }
}

/** @throws Error for what is not copied: `contentsOf` gives whole sets only. */
function copyOf(original: Id, copyByOriginal: ReadonlyMap<Id, Id>): Id {
  const copy = copyByOriginal.get(original);
  if (copy === undefined) throw new Error(`${original} has no copy: what refers to it must not be copied either`);
  return copy;
}

/** The author's last wording, and when they wrote it. */
function wordsOf({ author, said, made, text }: RecordOf<"cards">): { readonly said: string; readonly made: number } {
  if (text?.person !== author || text.value === null) return { said, made };
  return { said: text.value, made: text.time };
}

function originOf(record: { readonly id: Id; readonly origin?: Id | undefined }): { readonly origin: Id } {
  return { origin: record.origin ?? record.id };
}

function inOrder<T extends RecordOf<"lanes" | "phases" | "touchpoints" | "cards">>(records: readonly T[]): T[] {
  return records.toSorted((a, b) =>
    byOrder({ order: a.at.value.order, id: a.id }, { order: b.at.value.order, id: b.id }),
  );
}
