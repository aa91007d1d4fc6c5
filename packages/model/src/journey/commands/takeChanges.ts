/** Changes that somebody proposes, made by who may write: words stay their author's, everything else is the taker's. */
import { type Actor, NOTHING, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { MAX_IMPORT_ENTITIES } from "../limits.ts";
import { type ProposalArgs, type ReadChange, readProposal } from "../proposal.ts";
import type { Id } from "../schema.ts";

/**
 * Makes the changes of a proposal that are named by `keys`, with the added things that they rest on, in one transaction
 * and one undo. What the proposer added keeps its id, its author and the author's words, so that taking it a second
 * time, here or on another device, changes nothing.
 *
 * @returns How many changes were made. Refused: `bad-value` for bytes that are no edits; `too-long` for more than
 * MAX_IMPORT_ENTITIES changes.
 */
export function takeChanges(
  board: BoardDocument,
  by: Actor,
  args: ProposalArgs & { readonly keys: Iterable<string> },
): Outcome<number> {
  const proposed = readOrNothing(board, args);
  if (!proposed) return refused("bad-value");
  const wanted = withNeeded(proposed, args.keys);
  const taken = proposed.filter(({ key }) => wanted.has(key));
  if (taken.length === 0) return NOTHING;
  if (taken.length > MAX_IMPORT_ENTITIES) return refused("too-long");
  return transact(board, by, (write) => {
    for (const change of taken) writeChange(write, change, args.proposer);
    return taken.length;
  });
}

function readOrNothing(board: BoardDocument, args: ProposalArgs): readonly ReadChange[] | undefined {
  try {
    return readProposal(board, args).changes;
  } catch {
    return undefined;
  }
}

function withNeeded(proposed: readonly ReadChange[], keys: Iterable<string>): ReadonlySet<string> {
  const changeByKey = new Map(proposed.map((change) => [change.key, change]));
  const wanted = new Set(keys);
  for (const key of [...wanted]) for (const needed of changeByKey.get(key)?.needs ?? []) wanted.add(needed);
  return wanted;
}

function writeChange(write: Writer, change: ReadChange, proposer: Id): void {
  const { collection, id, how, plain, stamped, texts } = change;
  if (how === "added") {
    write.create(collection, id, { plain, stamped, texts });
    return;
  }
  for (const [field, value] of Object.entries(stamped))
    write.set(collection, id, field, value, field === "text" || field === "agreed" ? proposer : undefined);
  for (const [field, text] of Object.entries(texts)) write.setText(collection, id, field, text);
}
