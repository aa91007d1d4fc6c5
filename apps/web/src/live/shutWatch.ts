/**
 * While a board is shut for this person, its room says nothing more. The plan's room is open to every seat: there the
 * device hears that the workshop goes on, or that its seat has changed, and the board may be open again.
 */
import { planRoom } from "@sameside/protocol";
import { type Link, openReplica, type ReplicaStatus } from "@sameside/replica";
import type { Store } from "./store.ts";

interface Parts {
  readonly workshop: string;
  /** `true` while the board is shut and may open again. */
  readonly isShut: Store<boolean>;
  /** The step and the seat as of when it was shut. */
  readonly before: () => ReplicaStatus;
  readonly link: () => Link | undefined;
  /** Something else holds than when it was shut. */
  readonly changed: () => void;
}

/** Answers how to stop. */
export function watchWhileShut({ workshop, isShut, before, link, changed }: Parts): () => void {
  let stopWatching: (() => void) | undefined;
  const look = () => {
    if (!isShut.get()) {
      stopWatching?.();
      stopWatching = undefined;
    } else stopWatching ??= watch();
  };
  const stop = isShut.subscribe(look);
  look();
  return () => {
    stop();
    stopWatching?.();
  };

  function watch(): () => void {
    const way = link();
    let isOver = false;
    let told = placeIn(before());
    // In memory only, and apart from the other tabs: nothing of it is kept.
    const opening =
      way &&
      openReplica({
        room: planRoom(workshop),
        asDocument: (doc) => doc,
        project: () => null,
        factory: null,
        tabs: null,
        open: way,
      });
    void opening?.then((plan) => {
      if (!isOver)
        plan.subscribe(() => {
          const now = plan.status();
          if (now.wire !== "online" || now.step === undefined || placeIn(now) === told) return;
          told = placeIn(now);
          changed();
        });
    });
    return () => {
      isOver = true;
      void opening?.then((plan) => plan.close());
    };
  }
}

function placeIn({ step, seat }: ReplicaStatus): string {
  return JSON.stringify([step?.n ?? 0, seat?.role, seat?.table ?? null]);
}
