/** Preparation notes (S0-15) come onto a table's map: as evidence, or as a card that carries it. */
import { type Actor, NOTHING, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import { isOneOf, isText, isTitle } from "../../checks.ts";
import { type BoardDocument, docOf, entityOf } from "../../document.ts";
import { placeText } from "../../fields.ts";
import type { CardId, EvidenceId, SubjectId } from "../ids.ts";
import { GRADES, type Grade, type Id } from "../schema.ts";
import { type CardPlace, laneFor } from "./cards.ts";
import { known, livingSubject, orderAt } from "./place.ts";

/** A preparation note as the plan shows it. */
interface Note {
  readonly id: Id;
  readonly text: string;
  readonly source: string;
  readonly grade: Grade;
  readonly author: Id;
  readonly made: number;
}

/** One note is one piece of evidence on a board, whoever puts it there and however often. */
export function preparedEvidenceId(note: Id): EvidenceId {
  return `prepared~${note}`;
}

/** … and at most one card. */
function preparedCardId(note: Id): CardId {
  return `${preparedEvidenceId(note)}~card`;
}

/**
 * Puts a preparation note on a card or a touchpoint: with its words, its grade and its origin, in the name of who wrote
 * it. One that is on the map already stays where it hangs; one that was removed comes back.
 */
export function putPreparationNote(
  board: BoardDocument,
  by: Actor,
  args: { readonly note: Note; readonly subject: SubjectId },
): Outcome<EvidenceId> {
  const { note, subject } = args;
  if (!livingSubject(board, subject)) return refused("gone");
  const problem = problemOf(note);
  if (problem) return refused(problem);
  if (hangs(board, note)) return NOTHING;
  return transact(board, by, (write) => hang(board, write, note, subject));
}

/** As `putPreparationNote`, as a card of its own in a cell: its words are the note's, and what backs it hangs on it. */
export function putPreparationCard(
  board: BoardDocument,
  by: Actor,
  args: CardPlace & { readonly note: Note },
): Outcome<CardId> {
  const { note, parent, lane } = args;
  const cell = laneFor(board, args);
  if (cell.outcome !== "found") return cell;
  const problem = problemOf(note);
  if (problem) return refused(problem);
  if (hangs(board, note)) return NOTHING;
  const id = preparedCardId(note.id);
  return transact(board, by, (write) => {
    const at = placeText({ parent, lane, order: orderAt(board, "cards", args, undefined) });
    if (entityOf(docOf(board), "cards", id)) {
      write.set("cards", id, "del", null);
      write.set("cards", id, "at", at);
    } else {
      const { author, made, text, grade } = note;
      write.create("cards", id, {
        plain: { author, role: "facilitator", made, said: text, kind: cell.kind },
        stamped: { at, grade },
        texts: { body: "" },
      });
    }
    hang(board, write, note, id);
    return id;
  });
}

function problemOf(note: Note) {
  return isText(note.text) ?? isTitle(note.source) ?? isOneOf(GRADES)(note.grade);
}

/** On something that is there. */
function hangs(board: BoardDocument, note: Note): boolean {
  const there = known(board, "evidence", preparedEvidenceId(note.id));
  return there !== undefined && !there.del && livingSubject(board, there.subject.value) !== undefined;
}

function hang(board: BoardDocument, write: Writer, note: Note, subject: SubjectId): EvidenceId {
  const id = preparedEvidenceId(note.id);
  if (entityOf(docOf(board), "evidence", id)) {
    write.set("evidence", id, "del", null);
    write.set("evidence", id, "subject", subject);
    return id;
  }
  const { author, made, text, source, grade } = note;
  write.create("evidence", id, {
    plain: { author, role: "facilitator", made, said: text, kind: "finding" },
    stamped: { subject, source, grade },
  });
  return id;
}
