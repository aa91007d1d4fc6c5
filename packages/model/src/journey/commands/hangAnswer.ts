/** What was answered to a question (S2-4) hangs on the touchpoint that it is about, on whichever table's map that is. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { isText, isTitle } from "../../checks.ts";
import type { BoardDocument } from "../../document.ts";
import type { EvidenceId, TouchpointId } from "../ids.ts";
import type { RecordOf } from "../records.ts";
import type { Id } from "../schema.ts";
import { allOf, known, living } from "./place.ts";

/** An answer as the questions show it. */
interface Answered {
  readonly question: Id;
  readonly touchpoint: TouchpointId;
  readonly text: string;
  /** What was asked, as it is said of evidence where it comes from. */
  readonly source: string;
  /** Who wrote it down, and when, in ms since 1970. */
  readonly by: Id;
  readonly time: number;
}

/**
 * Hangs an answer on its touchpoint as what was heard: once, whoever does it and however often. Answered anew in other
 * words, it says these; answered by somebody else, theirs takes its place. One that was removed stays so until then.
 */
export function hangAnswer(board: BoardDocument, by: Actor, answered: Answered): Outcome<EvidenceId> {
  const { touchpoint, text, source } = answered;
  if (!living(board, "touchpoints", touchpoint)) return refused("gone");
  const problem = isText(text) ?? isTitle(source);
  if (problem) return refused(problem);
  const id = `${prefixOf(answered)}${answered.by}`;
  const there = known(board, "evidence", id);
  if (there ? !isNewer(there, answered) : isSaidAlready(board, answered)) return NOTHING;
  const others = allOf(board, "evidence").filter(
    (each) => each.id.startsWith(prefixOf(answered)) && each.id !== id && !each.del && isNewer(each, answered),
  );
  return transact(board, by, (write) => {
    for (const other of others) write.set("evidence", other.id, "del", true);
    if (there) {
      write.set("evidence", id, "text", text, answered.by);
      write.set("evidence", id, "subject", touchpoint);
      write.set("evidence", id, "del", null);
      return id;
    }
    write.create("evidence", id, {
      plain: { author: answered.by, role: by.role, made: answered.time, said: text, kind: "quote" },
      stamped: { subject: touchpoint, source, grade: "heard" },
    });
    return id;
  });
}

/** What the ids of all answers to a question begin with; each is of who wrote it down. */
function prefixOf({ question }: Answered): string {
  return `answer~${question}~`;
}

type Evidence = RecordOf<"evidence">;

/** Its author may have put it right since. */
function isNewer(there: Evidence, { text, time }: Answered): boolean {
  return time > (there.text?.time ?? there.made) && wordsIn(there) !== text;
}

/** Earlier programs hung an answer under an id of its own. */
function isSaidAlready(board: BoardDocument, { touchpoint, text, source }: Answered): boolean {
  return allOf(board, "evidence").some(
    (each) => each.subject.value === touchpoint && each.source === source && wordsIn(each) === text,
  );
}

function wordsIn({ text, said }: Evidence): string {
  return text?.value ?? said;
}
