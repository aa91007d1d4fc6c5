/**
 * The number under which this tab writes and is seen. While it is connected the relay takes nothing new under it from
 * anybody else. When the connection is lost it gets another one, which nobody has seen: an edit that somebody wrote under
 * its number meanwhile would stand in the place of the tab's own.
 */
import * as random from "lib0/random";
import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import type { StatusBoard } from "../status.ts";

/** Watches the connection; the answer ends that. */
export function changeNumberOffline(doc: Doc, awareness: Awareness, status: StatusBoard): () => void {
  let wasOnline = false;
  let isStopped = false;
  const stop = status.subscribe(() => {
    const isOnline = status.read().wire === "online";
    // Not before the connection is let go of: the new number must not go out over what may be left of it.
    if (wasOnline && !isOnline)
      queueMicrotask(() => {
        if (!isStopped) changeNumber(doc, awareness);
      });
    wasOnline = isOnline;
  });
  return () => {
    isStopped = true;
    stop();
  };
}

function changeNumber(doc: Doc, awareness: Awareness): void {
  const state = awareness.getLocalState();
  awareness.setLocalState(null);
  doc.clientID = random.uint32();
  awareness.clientID = doc.clientID;
  // Others read the first state of a client that they hear of from clock 1 on.
  awareness.setLocalState(null);
  awareness.setLocalState(state);
}
