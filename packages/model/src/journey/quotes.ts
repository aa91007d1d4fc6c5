/** Reads what was said at a table, word for word. */
import type { EntityIndex } from "../entityIndex.ts";
import type { QuoteView } from "./attachments.ts";
import { wordsView } from "./attachmentViews.ts";
import type { BoardRecords, RecordOf } from "./records.ts";

/** The living ones, oldest first. */
export function readQuotes({ records }: EntityIndex<BoardRecords>): readonly QuoteView[] {
  return [...records.quotes.values()]
    .filter(({ del }) => !del)
    .sort((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1))
    .map((quote) => {
      const evidence = records.evidence.get(quote.landed);
      return {
        id: quote.id,
        ...wordsView(quote),
        ...(isOwn(quote) || quote.writer === undefined ? {} : { writtenBy: quote.writer }),
        isConfirmed: quote.confirmed || isOwn(quote),
        ...(evidence && !evidence.del ? { landed: { evidence: evidence.id, subject: evidence.subject.value } } : {}),
      };
    });
}

function isOwn({ writer, author }: RecordOf<"quotes">): boolean {
  return writer === undefined || writer === author;
}
