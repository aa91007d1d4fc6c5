/**
 * The verbatim log of a table (S0-10): what somebody said, written down by themselves or by whoever listens well. The
 * words are theirs who said them; written down by another, they are assumed until that person has said yes (S2-6).
 */
import { type Actor, NOTHING, type Outcome, refused, type Speaker, transact } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { newId } from "../../id.ts";
import type { EvidenceId, QuoteId, SubjectId } from "../ids.ts";
import { MAX_TEXT_LENGTH } from "../limits.ts";
import type { RecordOf } from "../records.ts";
import type { Grade } from "../schema.ts";
import { gradeOf } from "./cards.ts";
import { maySetDown, mendFor, rewordOwn, wordsOf } from "./ownWords.ts";
import { living, livingSubject } from "./place.ts";

/** Writes down what was said, by the actor where nobody else is named. */
export function logQuote(
  board: BoardDocument,
  by: Actor,
  args: { readonly text: string; readonly speaker?: Speaker },
): Outcome<QuoteId> {
  const { text, speaker = by } = args;
  if (text.length > MAX_TEXT_LENGTH) return refused("too-long");
  if (text.trim() === "") return NOTHING;
  const id: QuoteId = newId();
  return transact(board, by, (write) => {
    write.create("quotes", id, { plain: wordsOf(by, speaker, text) });
    return id;
  });
}

/** Rewords what the actor said; whoever wrote it down for another may mend it until that person has agreed. */
export function rewordQuote(
  board: BoardDocument,
  by: Actor,
  args: { readonly quote: QuoteId; readonly text: string },
): Outcome {
  const quote = living(board, "quotes", args.quote);
  if (!quote || !maySetDown(by, quote, quote.confirmed)) return rewordOwn(board, by, "quotes", args.quote, args.text);
  return mendFor(board, by, "quotes", quote, args.text);
}

/** The actor agrees to what was written down for them; where it stands on the map it counts as heard from then on. */
export function confirmQuote(board: BoardDocument, by: Actor, args: { readonly quote: QuoteId }): Outcome {
  const quote = living(board, "quotes", args.quote);
  if (!quote) return refused("gone");
  if (quote.author !== by.person) return refused("not-yours");
  if (quote.confirmed) return NOTHING;
  return transact(board, by, (write) => {
    write.set("quotes", args.quote, "confirmed", true);
    if (living(board, "evidence", quote.landed)) write.set("evidence", quote.landed, "grade", gradeOf(by));
  });
}

/** Hangs a quote on a card or a touchpoint, as evidence of who said it; one that hangs already is hung there instead. */
export function landQuote(
  board: BoardDocument,
  by: Actor,
  args: { readonly quote: QuoteId; readonly subject: SubjectId },
): Outcome<EvidenceId> {
  const quote = living(board, "quotes", args.quote);
  if (!quote || !livingSubject(board, args.subject)) return refused("gone");
  if (quote.withdrawn) return refused("bad-value");
  const standing = living(board, "evidence", quote.landed);
  if (standing?.subject.value === args.subject) return NOTHING;
  const id: EvidenceId = standing?.id ?? newId();
  return transact(board, by, (write) => {
    if (standing) write.set("evidence", id, "subject", args.subject);
    else {
      const { author, role, made } = quote;
      write.create("evidence", id, {
        plain: { author, role, made, said: quote.text?.value ?? quote.said, kind: "quote" },
        stamped: { subject: args.subject, source: "", url: "", grade: gradeOfQuote(quote) },
      });
      write.set("quotes", args.quote, "landed", id);
    }
    return id;
  });
}

/** Removes a quote from the log: by who said it, who wrote it down, or who leads the table. What it became stays. */
export function removeQuote(board: BoardDocument, by: Actor, args: { readonly quote: QuoteId }): Outcome {
  const quote = living(board, "quotes", args.quote);
  if (!quote) return NOTHING;
  const leads = by.role === "moderator" || by.role === "facilitator";
  if (quote.author !== by.person && quote.writer !== by.person && !leads) return refused("not-yours");
  return transact(board, by, (write) => write.set("quotes", args.quote, "del", true));
}

function gradeOfQuote({ author, writer, role, confirmed }: RecordOf<"quotes">): Grade {
  return confirmed || writer === author ? gradeOf({ role }) : "assumed";
}
