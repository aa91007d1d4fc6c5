/** The maps on this device as the start page shows them: from the stored views, without opening a document. */
import type { BoardView } from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import { type Device, type KnownWorkshop, lastView, waitingChanges } from "@sameside/replica";

export interface LibraryEntry {
  readonly known: KnownWorkshop;
  /** As it was when it was last put away; absent for a map that was never opened. */
  readonly view: BoardView | undefined;
  /** Own changes the relay has not on disk. */
  readonly waiting: number;
}

/** Every workshop of this device, the one opened last first. */
export async function libraryEntries(device: Device): Promise<readonly LibraryEntry[]> {
  const known = await device.workshops();
  return Promise.all(
    known.map(async (workshop) => {
      const room = boardRoom(workshop.id, workshop.group);
      const [view, waiting] = await Promise.all([lastView<BoardView>(room), waitingChanges(room)]);
      return { known: workshop, view, waiting };
    }),
  );
}
