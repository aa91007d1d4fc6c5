/** What backs a card or a touchpoint: a quote, a photo, a link, a finding. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { type Checks, givenFields, isId, isListOf, isOneOf, isText, isTitle, problemIn } from "../../checks.ts";
import type { BoardDocument } from "../../document.ts";
import { newId } from "../../id.ts";
import { EVIDENCE_KINDS, type EvidenceKind, isFileHash, MAX_PICTURED } from "../attachments.ts";
import type { EvidenceId, PersonId, SubjectId } from "../ids.ts";
import { GRADES, type Grade } from "../schema.ts";
import { gradeOf } from "./cards.ts";
import { isLinkOrNone } from "./factChecks.ts";
import { ownWords } from "./ownWords.ts";
import { allOf, living, livingSubject } from "./place.ts";

interface Description {
  readonly text?: string;
  /** Where it comes from: the interview, the study. */
  readonly source?: string;
  /** An http(s) address, or "" for none. */
  readonly url?: string;
  readonly grade?: Grade;
}
const CHECKS: Checks<Description> = { text: isText, source: isTitle, url: isLinkOrNone, grade: isOneOf(GRADES) };

/** A picture or a sound, and who is in it. */
interface FileFields {
  /** The hash of its bytes, which the workshop keeps. */
  readonly file?: string;
  readonly pictured?: readonly PersonId[];
}
const FILE_CHECKS: Checks<FileFields> = {
  file: (hash) => (isFileHash(hash) ? undefined : "bad-value"),
  pictured: isListOf(isId, MAX_PICTURED),
};

/**
 * Hangs evidence on a card or a touchpoint. A finding counts as researched unless said otherwise, anything else by who
 * brings it. A link needs a `url`; words may be missing where a `url` shows what is meant. Of a `file` the words say what
 * it shows, for who does not see or hear it: they are needed.
 */
export function addEvidence(
  board: BoardDocument,
  by: Actor,
  args: Description & FileFields & { readonly subject: SubjectId; readonly kind: EvidenceKind; readonly text: string },
): Outcome<EvidenceId> {
  const { subject, kind, text, source = "", url = "", file, pictured } = args;
  if (!livingSubject(board, subject)) return refused("gone");
  const problem = problemIn(CHECKS, args) ?? problemIn(FILE_CHECKS, args) ?? isOneOf(EVIDENCE_KINDS)(kind);
  if (problem) return refused(problem);
  if (kind === "link" && url === "") return refused("bad-value");
  if (text.trim() === "" && url === "") return NOTHING;
  const grade = args.grade ?? (kind === "finding" ? "researched" : gradeOf(by));
  const id: EvidenceId = newId();
  return transact(board, by, (write) => {
    write.create("evidence", id, {
      plain: { ...ownWords(by, text), kind },
      stamped: {
        subject,
        source,
        url,
        grade,
        ...(file === undefined ? {} : { file }),
        ...(pictured === undefined || pictured.length === 0 ? {} : { pictured }),
      },
    });
    return id;
  });
}

/** Changes what evidence says of itself; absent arguments stay as they are. Its text is its author's. */
export function describeEvidence(
  board: BoardDocument,
  by: Actor,
  args: Description & { readonly evidence: EvidenceId },
): Outcome {
  const evidence = living(board, "evidence", args.evidence);
  if (!evidence) return refused("gone");
  const { text: words = evidence.text?.value ?? evidence.said, url = evidence.url } = args;
  const isReworded = words !== (evidence.text?.value ?? evidence.said);
  if (isReworded && evidence.author !== by.person) return refused("not-yours");
  const problem = problemIn(CHECKS, args);
  if (problem) return refused(problem);
  // It goes on saying something: a link its address, anything else its words or where to see it.
  if (url === "" && (evidence.kind === "link" || words.trim() === "")) return refused("bad-value");
  return transact(board, by, (write) => {
    const { text, ...fields } = givenFields(CHECKS, args);
    if (isReworded && text !== undefined) write.set("evidence", evidence.id, "text", text);
    for (const [field, value] of Object.entries(fields)) write.set("evidence", evidence.id, field, value);
  });
}

/** Hangs evidence on another card or touchpoint: also what lost the one it hung on. */
export function moveEvidence(
  board: BoardDocument,
  by: Actor,
  args: { readonly evidence: EvidenceId; readonly subject: SubjectId },
): Outcome {
  if (!living(board, "evidence", args.evidence) || !livingSubject(board, args.subject)) return refused("gone");
  return transact(board, by, (write) => write.set("evidence", args.evidence, "subject", args.subject));
}

export function removeEvidence(board: BoardDocument, by: Actor, args: { readonly evidence: EvidenceId }): Outcome {
  if (!living(board, "evidence", args.evidence)) return NOTHING;
  return transact(board, by, (write) => write.set("evidence", args.evidence, "del", true));
}

/**
 * Takes a file out of the board, wherever it hangs: for who is in it, and whoever acts for them. It is no gesture that
 * can be undone: nothing of what it changed is put into a history, and the file itself is gone everywhere.
 */
export function takeOutFile(board: BoardDocument, by: Actor, args: { readonly file: string }): Outcome {
  if (!isFileHash(args.file)) return refused("bad-value");
  const holding = allOf(board, "evidence").filter(({ file }) => file === args.file);
  if (holding.length === 0) return NOTHING;
  return transact(board, by, (write) => {
    for (const { id } of holding) {
      write.set("evidence", id, "file", "");
      write.set("evidence", id, "del", true);
    }
  });
}
