/** What who runs the day says to all tables, or to some (S0-9). */
import { type Actor, NOTHING, type Outcome } from "../../changes.ts";
import { type Checks, isId, isListOf, isText } from "../../checks.ts";
import type { PlanDocument } from "../../document.ts";
import type { Id } from "../../journey/schema.ts";
import { MAX_TABLES } from "../limits.ts";
import { entries } from "./entries.ts";

interface MessageFields {
  readonly text: string;
  /** Group ids; none for all tables. */
  readonly tables?: readonly Id[];
}
const MESSAGE: Checks<MessageFields> = { text: isText, tables: isListOf(isId, MAX_TABLES) };

/** Says something to tables. Who has read it is an answer of each person (topic `seen`). */
export function sendMessage(plan: PlanDocument, by: Actor, args: MessageFields): Outcome<Id> {
  const text = args.text.trim();
  if (text === "") return NOTHING;
  return entries.add(plan, by, "messages", {
    fields: { text, tables: args.tables ?? [] },
    checks: MESSAGE,
    plain: { author: by.person, made: by.now() },
  });
}

/** Takes a message back: no device shows it any more. */
export function takeBackMessage(plan: PlanDocument, by: Actor, args: { readonly message: Id }): Outcome {
  return entries.remove(plan, by, "messages", args.message);
}
