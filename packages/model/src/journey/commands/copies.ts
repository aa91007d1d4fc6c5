/** What a copy of one thing takes over: its fields as they stand, and its author's own last words. */
import type { Writer } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { newId } from "../../id.ts";
import { byOrder } from "../../order.ts";
import { carriedFields } from "../carriedFields.ts";
import type { RecordOf } from "../records.ts";
import type { Id } from "../schema.ts";
import { awaitedWriter, inAuthorsWords } from "../writtenFor.ts";

/** What a copy says anew: its place, and that it is there. Nobody has locked it yet. */
export const NEVER_COPIED = ["at", "del", "locked"];
/** A text is handed on as the author's first wording (see `wordsOf`). */
const CARD_ONLY = [...NEVER_COPIED, "text", "agreed"];

/**
 * Writes a card again at a place. Words stay their author's: the copy has the author, the role, the time and the last
 * wording of its author; what somebody else wrote over it round the commands is left behind.
 */
export function writeCardCopy(
  board: BoardDocument,
  write: Writer,
  card: RecordOf<"cards">,
  id: Id,
  at: string,
  origin: { readonly origin?: Id },
): void {
  const { stamped, texts } = carriedFields(board, "cards", card.id, CARD_ONLY);
  const { author, role, kind } = card;
  const writer = awaitedWriter(card);
  write.create("cards", id, {
    // What its author has agreed to is theirs as if they had written it.
    plain: {
      ...origin,
      author,
      role,
      kind,
      ...wordsOf(inAuthorsWords(card)),
      ...(writer === undefined ? {} : { writer }),
    },
    stamped: { ...stamped, at },
    texts,
  });
}

/** Writes marks and connectors again, on the copies of what they hang on. */
export function writeMarkCopies(
  board: BoardDocument,
  write: Writer,
  moments: readonly RecordOf<"moments">[],
  connectors: readonly RecordOf<"connectors">[],
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

/** @throws Error for what is not copied: whoever copies gives whole sets only. */
export function copyOf(original: Id, copyByOriginal: ReadonlyMap<Id, Id>): Id {
  const copy = copyByOriginal.get(original);
  if (copy === undefined) throw new Error(`${original} has no copy: what refers to it must not be copied either`);
  return copy;
}

/** The author's last wording, and when they wrote it. */
function wordsOf({ author, said, made, text }: RecordOf<"cards">): { readonly said: string; readonly made: number } {
  if (text?.person !== author || text.value === null) return { said, made };
  return { said: text.value, made: text.time };
}

export function originOf(record: { readonly id: Id; readonly origin?: Id | undefined }): { readonly origin: Id } {
  return { origin: record.origin ?? record.id };
}

export function inOrder<T extends RecordOf<"lanes" | "phases" | "touchpoints" | "cards">>(records: readonly T[]): T[] {
  return records.toSorted((a, b) =>
    byOrder({ order: a.at.value.order, id: a.id }, { order: b.at.value.order, id: b.id }),
  );
}
