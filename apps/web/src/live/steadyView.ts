/** A board's view that stands still while much that others did is coming in: half of it would show cards without a place. */
import type { BoardReader, BoardView } from "@sameside/model";
import type { ReplicaStatus } from "@sameside/replica";
import type { Store } from "./store.ts";

export function openSteadyView(reader: BoardReader, status: Store<ReplicaStatus>): Store<BoardView> {
  let shown = reader.view();
  const isMoving = () => status.get().catchingUp;
  return {
    get() {
      if (!isMoving()) shown = reader.view();
      return shown;
    },
    subscribe(hear) {
      let isBehind = false;
      const stopReader = reader.subscribe(() => {
        isBehind = isMoving();
        if (!isBehind) hear();
      });
      const stopStatus = status.subscribe(() => {
        if (!isBehind || isMoving()) return;
        isBehind = false;
        hear();
      });
      return () => {
        stopReader();
        stopStatus();
      };
    },
  };
}
