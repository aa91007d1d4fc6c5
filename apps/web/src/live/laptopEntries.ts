/** Every workshop on this device with what is known of it without opening it: how much, where its work is, its last copy. */
import { planFromState, readPlan } from "@sameside/model";
import { planRoom } from "@sameside/protocol";
import { copiesOf, type Device, type Holdings, holdingsOf, type SavedCopy, storedRoom } from "@sameside/replica";
import { type LibraryEntry, libraryEntries } from "./libraryEntries.ts";
import { dayOf, keepsWhenOver, type Over, whyOver } from "./livePlan.ts";

export interface LaptopEntry extends LibraryEntry {
  readonly holdings: Holdings;
  /** The last one that was saved as a file. */
  readonly copy: SavedCopy | undefined;
  /** Why the workshop is over; `undefined` while it goes on. */
  readonly over: Over | undefined;
  /** Days, YYYY-MM-DD; "" where none is set. */
  readonly closedOn: string;
  readonly keepUntil: string;
  /** The copy stays also when the workshop is over. */
  readonly stays: boolean;
}

/** The one opened last first. Rejects when the disk cannot be read. */
export async function laptopEntries(device: Device): Promise<readonly LaptopEntry[]> {
  return Promise.all((await libraryEntries(device)).map(laptopEntry));
}

/** What the page of this device says of one workshop. Rejects when the disk cannot be read. */
export async function laptopEntry(entry: LibraryEntry): Promise<LaptopEntry> {
  const { id } = entry.known;
  const [holdings, copies, plan] = await Promise.all([holdingsOf(id), copiesOf(id), storedRoom(planRoom(id))]);
  const brief = plan && readPlan(planFromState(plan)).brief;
  return {
    ...entry,
    holdings,
    copy: copies.at(-1),
    over: brief && whyOver(brief, dayOf(Date.now())),
    closedOn: brief?.closedOn ?? "",
    keepUntil: brief?.keepUntil ?? "",
    stays: keepsWhenOver(entry.known),
  };
}
