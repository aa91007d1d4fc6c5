/** The maps on this device as the start page shows them: from the stored views, without opening a document. */
import type { BoardView, PlanView } from "@sameside/model";
import { boardRoom, planRoom } from "@sameside/protocol";
import { type Device, type KnownWorkshop, lastView, waitingChanges } from "@sameside/replica";

export interface LibraryEntry {
  readonly known: KnownWorkshop;
  /** As it was when it was last put away; absent for a map that was never opened. */
  readonly view: BoardView | undefined;
  /** What its plan calls it; "" when it says nothing. */
  readonly title: string;
  /** How it says what the interface usually says. */
  readonly terms: PlanView["words"];
  /** Own changes the relay has not on disk. */
  readonly waiting: number;
}

/** Every workshop of this device, the one opened last first. */
export async function libraryEntries(device: Device): Promise<readonly LibraryEntry[]> {
  const known = await device.workshops();
  return Promise.all(
    known.map(async (workshop) => {
      const room = boardRoom(workshop.id, workshop.group);
      const [view, plan, waiting] = await Promise.all([
        lastView<BoardView>(room),
        lastView<Partial<PlanView>>(planRoom(workshop.id)),
        waitingChanges(room),
      ]);
      return { known: workshop, view, title: plan?.brief?.title ?? "", terms: plan?.words ?? {}, waiting };
    }),
  );
}
