/** What edits would change on the board, read again whenever the board has changed. */
import type { Proposal } from "@sameside/model";
import { useMemo } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { readChanges } from "./proposalActs.ts";

/** `undefined` without edits, and when they cannot be read. */
export function useChanges(live: LiveBoard, update: Uint8Array | undefined, proposer: string): Proposal | undefined {
  const view = useStore(live.view);
  const read = useMemo(
    () => ({ whenItWas: view, changes: update && readChanges(live, update, proposer) }),
    [live, update, proposer, view],
  );
  return read.changes;
}
