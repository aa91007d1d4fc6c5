/** Preparation notes (S0-15) come onto a table's map as evidence. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { isOneOf, isText, isTitle } from "../../checks.ts";
import { type BoardDocument, docOf, entityOf } from "../../document.ts";
import type { EvidenceId, SubjectId } from "../ids.ts";
import { GRADES, type Grade, type Id } from "../schema.ts";
import { known, livingSubject } from "./place.ts";

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
  const problem = isText(note.text) ?? isTitle(note.source) ?? isOneOf(GRADES)(note.grade);
  if (problem) return refused(problem);
  const id = preparedEvidenceId(note.id);
  const there = known(board, "evidence", id);
  if (there && !there.del) return NOTHING;
  return transact(board, by, (write) => {
    if (entityOf(docOf(board), "evidence", id)) {
      write.set("evidence", id, "del", null);
      write.set("evidence", id, "subject", subject);
    } else {
      const { author, made, text, source, grade } = note;
      write.create("evidence", id, {
        plain: { author, role: "facilitator", made, said: text, kind: "finding" },
        stamped: { subject, source, grade },
      });
    }
    return id;
  });
}
