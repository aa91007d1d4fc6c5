/** What a person wrote down for somebody who then said no to it: their helper is told so, and may ask again (S2-6). */
import { registerOf } from "../changes.ts";
import { type BoardDocument, docOf, entityOf } from "../document.ts";
import { liveIndexOf } from "../entityIndex.ts";
import type { CardId, PersonId, QuoteId } from "./ids.ts";
import { BOARD, type RecordOf } from "./records.ts";
import { isTakenAway } from "./takenAway.ts";
import { awaitedWriter } from "./writtenFor.ts";

export type Declined = {
  readonly text: string;
  /** Who did not say it. */
  readonly author: PersonId;
  /** When they said so, in ms since 1970, by the clock of their device. */
  readonly time: number;
} & ({ readonly collection: "cards"; readonly id: CardId } | { readonly collection: "quotes"; readonly id: QuoteId });

/** Oldest first. What somebody else removed is no answer, and what its author had agreed to once was said. */
export function readDeclined(board: BoardDocument, writer: PersonId): readonly Declined[] {
  const doc = docOf(board);
  const { cards, quotes } = liveIndexOf(doc, BOARD).index.records;
  const noTo = (collection: "cards" | "quotes", record: RecordOf<"cards"> | RecordOf<"quotes">): Declined[] => {
    const { id, author, withdrawn } = record;
    const isTheirs = record.writer === writer && author !== writer && record.del === true;
    const entity = isTheirs && !withdrawn && !isTakenAway(record) ? entityOf(doc, collection, id) : undefined;
    const no = entity && registerOf(entity, "del");
    if (no?.person !== author || no.time === undefined) return [];
    return [{ collection, id, text: record.text?.value ?? record.said, author, time: no.time }];
  };
  const declined = [
    ...[...cards.values()].flatMap((card) => (awaitedWriter(card) === writer ? noTo("cards", card) : [])),
    ...[...quotes.values()].flatMap((quote) => (quote.confirmed ? [] : noTo("quotes", quote))),
  ];
  return declined.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
}
