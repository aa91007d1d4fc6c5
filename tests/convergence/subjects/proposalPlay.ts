/** Taking what somebody proposes whose own edits the relay did not take: some of it, or all. */
import {
  type Actor,
  addCard,
  type BoardDocument,
  boardFromState,
  gradeCard,
  moveCard,
  proposalFor,
  stateOf,
  takeChanges,
} from "@sameside/model";
import type { BoardSeen } from "./boardSeen.ts";
import { type Play, words } from "./subject.ts";

/** Nobody of the round: whoever proposes has no right to write. */
const PROPOSER = "guest-without-right";
const KEY_CHANCE = 0.7;

export const PROPOSAL_PLAY: Play<BoardDocument, BoardSeen> = {
  weight: 1,
  command: takeChanges,
  run(random, document, by, see) {
    const fork = boardFromState(stateOf(document));
    const guest: Actor = { person: PROPOSER, role: "customer", now: by.now };
    addCard(fork, guest, { ...see.cell(random), text: words(random) });
    moveCard(fork, guest, { card: see.card(random), ...see.cell(random) });
    gradeCard(fork, guest, { card: see.card(random), grade: "heard" });
    const proposal = { update: stateOf(fork), proposer: PROPOSER };
    const keys = proposalFor(document, proposal).changes.map(({ key }) => key);
    return takeChanges(document, by, { ...proposal, keys: keys.filter(() => random.chance(KEY_CHANCE)) });
  },
};
