/** What happens before the day: notes that prepare a table (S0-15), and tasks for each role (S0-18). */
import { type Actor, NOTHING, type Outcome } from "../../changes.ts";
import { type Checks, isOneOf, isText, isTitle } from "../../checks.ts";
import type { PlanDocument } from "../../document.ts";
import { MAX_ID_LENGTH } from "../../journey/limits.ts";
import { GRADES, type Grade, type Id } from "../../journey/schema.ts";
import { aboutText } from "../noteAbout.ts";
import { type NoteAbout, PRE_TASK_ROLES, type PreTaskRole } from "../schema.ts";
import { entries } from "./entries.ts";

export interface PreparationNoteFields {
  readonly text?: string;
  readonly about?: NoteAbout;
  /** Where it comes from: the interview, the study. */
  readonly source?: string;
  readonly grade?: Grade;
}

/** Notes what is known before the day of a person or a customer type. What an interview said counts as heard. */
export function addPreparationNote(
  plan: PlanDocument,
  by: Actor,
  args: PreparationNoteFields & { readonly text: string; readonly about: NoteAbout; readonly before?: Id },
): Outcome<Id> {
  if (args.text.trim() === "") return NOTHING;
  return entries.add(plan, by, "preparationNotes", {
    fields: { grade: "heard", ...registersOf(args) },
    checks: NOTE,
    before: args.before,
    plain: { author: by.person, made: by.now() },
  });
}

/** Changes what a note says; absent arguments stay as they are. */
export function describePreparationNote(
  plan: PlanDocument,
  by: Actor,
  args: PreparationNoteFields & { readonly note: Id },
): Outcome {
  return entries.describe(plan, by, "preparationNotes", args.note, registersOf(args), NOTE);
}

/** Removes a note from the plan; what was put on a map of it stays there. */
export function removePreparationNote(plan: PlanDocument, by: Actor, args: { readonly note: Id }): Outcome {
  return entries.remove(plan, by, "preparationNotes", args.note);
}

export interface PreTaskFields {
  readonly text?: string;
  readonly role?: PreTaskRole;
}
const TASK: Checks<PreTaskFields> = { text: isText, role: isOneOf(PRE_TASK_ROLES) };

/** Adds a task that everybody of a role does before the day, in front of `before` or as the last. */
export function addPreTask(
  plan: PlanDocument,
  by: Actor,
  args: { readonly text: string; readonly role: PreTaskRole; readonly before?: Id },
): Outcome<Id> {
  if (args.text.trim() === "") return NOTHING;
  return entries.add(plan, by, "preTasks", { fields: args, checks: TASK, before: args.before });
}

/** Changes a task; who has done it has done it still. */
export function describePreTask(plan: PlanDocument, by: Actor, args: PreTaskFields & { readonly task: Id }): Outcome {
  return entries.describe(plan, by, "preTasks", args.task, args, TASK);
}

export function movePreTask(plan: PlanDocument, by: Actor, args: { readonly task: Id; readonly before?: Id }): Outcome {
  return entries.move(plan, by, "preTasks", { id: args.task, before: args.before });
}

export function removePreTask(plan: PlanDocument, by: Actor, args: { readonly task: Id }): Outcome {
  return entries.remove(plan, by, "preTasks", args.task);
}

/** A note's fields as they lie in the document. */
interface NoteRegisters {
  readonly text?: string;
  readonly about?: string;
  readonly source?: string;
  readonly grade?: Grade;
}
const NOTE: Checks<NoteRegisters> = {
  text: isText,
  about: (about) => (about.length > MAX_ID_LENGTH ? "bad-value" : undefined),
  source: isTitle,
  grade: isOneOf(GRADES),
};

function registersOf({ text, about, source, grade }: PreparationNoteFields): NoteRegisters {
  return {
    ...(text !== undefined && { text }),
    ...(about !== undefined && { about: aboutText(about) }),
    ...(source !== undefined && { source }),
    ...(grade !== undefined && { grade }),
  };
}
