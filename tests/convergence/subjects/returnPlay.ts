/** Going back to an earlier state: of the whole map, or of one of its cards. */
import { type BoardDocument, restoreState, stateOf } from "@sameside/model";
import type { BoardSeen } from "./boardSeen.ts";
import type { Play } from "./subject.ts";

/** What this device kept of its document some time ago. */
const keptByDocument = new WeakMap<BoardDocument, Uint8Array>();
/** How often what is kept is taken anew. */
const KEEP_CHANCE = 0.3;

export const RETURN_PLAY: Play<BoardDocument, BoardSeen> = {
  weight: 0.5,
  command: restoreState,
  run(random, document, by, see) {
    const state = keptByDocument.get(document) ?? stateOf(document);
    if (!keptByDocument.has(document) || random.chance(KEEP_CHANCE)) keptByDocument.set(document, stateOf(document));
    const only = { collection: "cards", id: see.card(random) } as const;
    return restoreState(document, by, random.chance(0.5) ? { state, only } : { state });
  },
};
