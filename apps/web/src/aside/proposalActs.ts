/** What can be done with changes that were set aside, and with those that others propose. */
import { type Proposal as BoardProposal, mergeInto, type Outcome, proposalFor, takeChanges } from "@sameside/model";
import { answerProposal, type Proposal, proposalRows, type SetAside, takeBackProposal } from "@sameside/replica";
import type { LiveBoard } from "../live/liveBoard.ts";

/** Notes a command's changes for undo, and says a refusal. */
export type TakeRun = <T>(outcome: Outcome<T>) => Outcome<T>;

/** What it takes to send changes of a board: one that is not open sends over another one of the workshop. */
type SendsFrom = Pick<LiveBoard, "room" | "seat" | "answer"> & { readonly aside: Pick<LiveBoard["aside"], "sent"> };

/** What `update` would change on the board now; `undefined` when it cannot be read. */
export function readChanges(live: LiveBoard, update: Uint8Array, proposer: string): BoardProposal | undefined {
  try {
    return proposalFor(live.board, { update, proposer });
  } catch (error) {
    console.warn("Changes that were set aside cannot be read", error);
    return undefined;
  }
}

/** On the map again, as if they had never been away. They are dropped only when this device has them in the map's store. */
export async function putBack(live: LiveBoard, what: SetAside): Promise<void> {
  mergeInto(live.board, what.update);
  await live.saved();
  await live.aside.drop(what);
}

/** Rejects with a `ProposalTooLargeError`, and when this device cannot store it; then nothing was sent. */
export async function send(live: SendsFrom, what: SetAside): Promise<void> {
  const { person } = live.seat.get();
  const { update, changes } = what;
  const { id, rows } = await proposalRows({ person, room: live.room, update, changes });
  // Noted first: a proposal without its note would be sent twice, a note without its proposal is as one not sent.
  await live.aside.sent(what, id);
  await Promise.all(rows.map((row) => live.answer(row)));
}

/** The facilitator sees it no longer; it is set aside as before. */
export async function takeBack(live: LiveBoard, what: SetAside): Promise<void> {
  await withdraw(live, what);
  await live.aside.sent(what, undefined);
}

/** It is nowhere any more. */
export async function discard(live: LiveBoard, what: SetAside): Promise<void> {
  await withdraw(live, what);
  await live.aside.drop(what);
}

async function withdraw(live: LiveBoard, { proposal }: SetAside): Promise<void> {
  if (proposal === undefined) return;
  const { person } = live.seat.get();
  const own = live.proposals.get().filter((row) => row.person === person);
  await Promise.all(takeBackProposal(own, proposal).map((row) => live.answer(row)));
}

/** Makes the changes under this person's own hand, in one undo, and tells the proposer. Answers whether it could. */
export function take(
  live: LiveBoard,
  run: TakeRun,
  proposal: Proposal,
  chosen: { readonly update: Uint8Array; readonly keys: ReadonlySet<string>; readonly of: number },
): { readonly taken: number; readonly told: Promise<void> } | undefined {
  const { update, keys, of } = chosen;
  const outcome = run(takeChanges(live.board, live.by, { update, proposer: proposal.person, keys }));
  if (outcome.outcome === "refused") return undefined;
  const taken = outcome.outcome === "done" ? outcome.value : 0;
  return { taken, told: live.answer(answerProposal(proposal, { taken, of: Math.max(taken, of) })) };
}

export function decline(live: LiveBoard, proposal: Proposal, of: number, word: string): Promise<void> {
  return live.answer(answerProposal(proposal, { taken: 0, of, word }));
}
