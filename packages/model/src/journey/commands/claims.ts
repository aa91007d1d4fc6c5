/** Belief against experience (S0-12): a claim of a touchpoint, any number of accounts beside it, and how it was settled. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { type Checks, givenFields, isText, problemIn } from "../../checks.ts";
import type { BoardDocument } from "../../document.ts";
import { newId } from "../../id.ts";
import { SETTLEMENTS, type Settlement } from "../attachments.ts";
import type { AccountId, ClaimId, TouchpointId } from "../ids.ts";
import { MAX_TEXT_LENGTH } from "../limits.ts";
import type { Id } from "../schema.ts";
import { ownWords, removeSaid } from "./ownWords.ts";
import { living } from "./place.ts";

interface Statement {
  readonly text?: string;
  /** The advert's words, or the address of a sign's photo; "" for none. */
  readonly exhibit?: string;
}
const CHECKS: Checks<Statement> = { text: isText, exhibit: isText };

/** Says what somebody believes of a touchpoint. */
export function addClaim(
  board: BoardDocument,
  by: Actor,
  args: Statement & { readonly touchpoint: TouchpointId; readonly text: string },
): Outcome<ClaimId> {
  if (!living(board, "touchpoints", args.touchpoint)) return refused("gone");
  return state(board, by, "claims", { touchpoint: args.touchpoint }, args);
}

/** Tells what it was like, beside a claim. */
export function addAccount(
  board: BoardDocument,
  by: Actor,
  args: Statement & { readonly claim: ClaimId; readonly text: string },
): Outcome<AccountId> {
  if (!living(board, "claims", args.claim)) return refused("gone");
  return state(board, by, "accounts", { claim: args.claim }, args);
}

/** Changes the actor's own claim; absent arguments stay as they are. */
export function describeClaim(board: BoardDocument, by: Actor, args: Statement & { readonly claim: ClaimId }): Outcome {
  return restate(board, by, "claims", args.claim, args);
}

/** Changes the actor's own account; absent arguments stay as they are. */
export function describeAccount(
  board: BoardDocument,
  by: Actor,
  args: Statement & { readonly account: AccountId },
): Outcome {
  return restate(board, by, "accounts", args.account, args);
}

/** Settles a claim with a sentence; settling it again says it anew. */
export function settleClaim(
  board: BoardDocument,
  by: Actor,
  args: { readonly claim: ClaimId; readonly how: Settlement; readonly sentence: string },
): Outcome {
  if (!living(board, "claims", args.claim)) return refused("gone");
  if (args.sentence.length > MAX_TEXT_LENGTH) return refused("too-long");
  if (!SETTLEMENTS.includes(args.how) || args.sentence.trim() === "") return refused("bad-value");
  return transact(board, by, (write) => write.set("claims", args.claim, "settled", [args.how, args.sentence]));
}

export function reopenClaim(board: BoardDocument, by: Actor, args: { readonly claim: ClaimId }): Outcome {
  const claim = living(board, "claims", args.claim);
  if (!claim) return refused("gone");
  if (!claim.settled) return NOTHING;
  return transact(board, by, (write) => write.set("claims", args.claim, "settled", null));
}

/** Removes a claim: by its author, or by whoever leads the table. Its accounts stay and are listed as lost. */
export function removeClaim(board: BoardDocument, by: Actor, args: { readonly claim: ClaimId }): Outcome {
  return removeSaid(board, by, "claims", args.claim);
}

/** Removes an account: by its author, or by whoever leads the table. */
export function removeAccount(board: BoardDocument, by: Actor, args: { readonly account: AccountId }): Outcome {
  return removeSaid(board, by, "accounts", args.account);
}

type Statements = "claims" | "accounts";

function state(
  board: BoardDocument,
  by: Actor,
  collection: Statements,
  about: Record<string, Id>,
  args: Statement & { readonly text: string },
): Outcome<Id> {
  const problem = problemIn(CHECKS, args);
  if (problem) return refused(problem);
  if (args.text.trim() === "") return NOTHING;
  const id = newId();
  return transact(board, by, (write) => {
    write.create(collection, id, {
      plain: { ...ownWords(by, args.text), ...about },
      stamped: { exhibit: args.exhibit ?? "" },
    });
    return id;
  });
}

function restate(board: BoardDocument, by: Actor, collection: Statements, id: Id, args: Statement): Outcome {
  const statement = living(board, collection, id);
  if (!statement) return refused("gone");
  if (statement.author !== by.person) return refused("not-yours");
  const problem = problemIn(CHECKS, args);
  if (problem) return refused(problem);
  if (args.text?.trim() === "") return refused("bad-value");
  return transact(board, by, (write) => {
    const { text, ...fields } = givenFields(CHECKS, args);
    if (text !== undefined && text !== (statement.text?.value ?? statement.said))
      write.set(collection, id, "text", text);
    for (const [field, value] of Object.entries(fields)) write.set(collection, id, field, value);
  });
}
