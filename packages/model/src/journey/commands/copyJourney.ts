/** A journey again as another variant: what could be, beside what is. */
import { type Actor, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import { type BoardDocument, docOf } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import { carriedFields } from "../carriedFields.ts";
import { MAX_IMPORT_ENTITIES, MAX_TITLE_LENGTH } from "../limits.ts";
import type { RecordOf } from "../records.ts";
import type { Id, Variant } from "../schema.ts";
import { copyOf, inOrder, NEVER_COPIED, originOf, writeCardCopy, writeMarkCopies } from "./copies.ts";
import { living, livingHeldBy, openPlacer, orderAt, orderSourceOf } from "./place.ts";

/** Nobody has agreed to the copy yet, and no review of it is due. */
const JOURNEY_ONLY = [...NEVER_COPIED, "frameLocked", "variant", "title", "status", "nextReview"];

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
  writeMarkCopies(board, write, contents.moments, contents.connectors, copyByOriginal);
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
    writeCardCopy(board, write, card, id, at, originOf(card));
  }
}
