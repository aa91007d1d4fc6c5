/**
 * What moderators do with the questions. Each person asks in answers of their own; a device with the right takes them
 * into the document under an id that follows from the answer, so that taking a question in twice is the same as once.
 */
import { openingId } from "../answers/opening.ts";
import { type Actor, NOTHING, type Outcome, refused, transact } from "../changes.ts";
import { isIdOrNone, isOneOf, isText } from "../checks.ts";
import type { QuestionsDocument } from "../document.ts";
import { beginAlike, livingOf, openEntries } from "../entries.ts";
import { placeText } from "../fields.ts";
import type { Id } from "../journey/schema.ts";
import { wouldRing } from "./merging.ts";
import { QUESTIONS } from "./records.ts";
import { QUESTION_PRIORITIES, type QuestionPriority } from "./schema.ts";

const { add, describe, indexOf, known, living, move, placeBefore, remove, restore } = openEntries(QUESTIONS);

/** Adds a question of the actor's own, or takes in what `from` asked in an answer of the topic `question`. */
export function addQuestion(
  questions: QuestionsDocument,
  by: Actor,
  args: {
    readonly text: string;
    readonly askedFrom?: Id;
    readonly from?: { readonly person: Id; readonly item: string };
    readonly before?: Id;
  },
): Outcome<Id> {
  if (args.text.trim() === "") return NOTHING;
  const { text, askedFrom = "", from } = args;
  if (isIdOrNone(askedFrom)) return refused("bad-value");
  const id = from && openingId("question", from.person, from.item);
  if (id !== undefined && known(questions, "questions", id)) return NOTHING;
  const problem = isText(text);
  if (problem) return refused(problem);
  const fixed = { author: from?.person ?? by.person, ...(askedFrom === "" ? {} : { askedFrom }) };
  if (id !== undefined && beginAlike(questions, "questions", id, alikeFields(text, fixed)))
    return transact(questions, by, (write) => {
      const at = placeBefore(questions, "questions", args.before, id);
      write.adopt("questions", id, { plain: { made: by.now() }, stamped: { at } });
      return id;
    });
  return add(questions, by, "questions", {
    fields: { text },
    checks: { text: isText },
    before: args.before,
    plain: { ...fixed, made: by.now() },
    ...(id === undefined ? {} : { id }),
  });
}

/** Rewords the actor's own question. */
export function rewordQuestion(
  questions: QuestionsDocument,
  by: Actor,
  args: { readonly question: Id; readonly text: string },
): Outcome {
  const question = living(questions, "questions", args.question);
  if (!question) return refused("gone");
  if (question.author !== by.person) return refused("not-yours");
  if (args.text.trim() === "") return refused("bad-value");
  return describe(questions, by, "questions", args.question, { text: args.text }, { text: isText });
}

/** Lets a question stand under another that asks the same; both keep their words. */
export function mergeQuestion(
  questions: QuestionsDocument,
  by: Actor,
  args: { readonly question: Id; readonly into: Id },
): Outcome {
  if (!living(questions, "questions", args.question) || !living(questions, "questions", args.into))
    return refused("gone");
  if (wouldRing(livingOf(indexOf(questions), "questions"), args.question, args.into)) return refused("bad-value");
  return transact(questions, by, (write) => write.set("questions", args.question, "into", args.into));
}

/** Lets a merged question stand on its own again. */
export function unmergeQuestion(questions: QuestionsDocument, by: Actor, args: { readonly question: Id }): Outcome {
  const question = living(questions, "questions", args.question);
  if (!question) return refused("gone");
  if (question.into === "") return NOTHING;
  return transact(questions, by, (write) => write.set("questions", args.question, "into", ""));
}

/** Writes down what was answered, and the touchpoint it belongs to. */
export function answerQuestion(
  questions: QuestionsDocument,
  by: Actor,
  args: { readonly question: Id; readonly text: string; readonly touchpoint?: Id },
): Outcome {
  if (!living(questions, "questions", args.question)) return refused("gone");
  const { text, touchpoint = "" } = args;
  const problem = isText(text) ?? isIdOrNone(touchpoint);
  if (problem) return refused(problem);
  if (text.trim() === "") return refused("bad-value");
  return transact(questions, by, (write) => write.set("questions", args.question, "answered", [text, touchpoint]));
}

/** Takes the answer away: the question is open again. */
export function reopenQuestion(questions: QuestionsDocument, by: Actor, args: { readonly question: Id }): Outcome {
  if (!living(questions, "questions", args.question)) return refused("gone");
  return transact(questions, by, (write) => write.set("questions", args.question, "answered", null));
}

export function prioritizeQuestion(
  questions: QuestionsDocument,
  by: Actor,
  args: { readonly question: Id; readonly priority: QuestionPriority },
): Outcome {
  const checks = { priority: isOneOf(QUESTION_PRIORITIES) };
  return describe(questions, by, "questions", args.question, { priority: args.priority }, checks);
}

/** Moves a question in front of `before`, or to the end. */
export function moveQuestion(
  questions: QuestionsDocument,
  by: Actor,
  args: { readonly question: Id; readonly before?: Id },
): Outcome {
  return move(questions, by, "questions", { id: args.question, before: args.before });
}

/** Removes a question; those that stood under it stand on their own until it is restored. */
export function removeQuestion(questions: QuestionsDocument, by: Actor, args: { readonly question: Id }): Outcome {
  return remove(questions, by, "questions", args.question);
}

/** Takes a question away because it hurts somebody: nobody but who asked it is told whose it was. */
export function takeAwayQuestion(questions: QuestionsDocument, by: Actor, args: { readonly question: Id }): Outcome {
  if (!living(questions, "questions", args.question)) return NOTHING;
  return transact(questions, by, (write) => {
    write.set("questions", args.question, "takenAway", true);
    write.set("questions", args.question, "del", true);
  });
}

export function restoreQuestion(questions: QuestionsDocument, by: Actor, args: { readonly question: Id }): Outcome {
  return restore(questions, by, "questions", args.question);
}

/** Older than everything anybody writes. */
const BEGINNING = 0;

/** What a question begins with on all devices that take in the same answer apart: what people write on it is kept. */
function alikeFields(text: string, fixed: { readonly author: Id; readonly askedFrom?: Id }) {
  const at = placeText({ parent: "", lane: "", order: "" });
  return { ...fixed, text: [text, BEGINNING, fixed.author], at: [at, BEGINNING, fixed.author] } as const;
}
