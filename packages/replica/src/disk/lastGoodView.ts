/** The plain view from before something stored was damaged: nothing written later takes its place. */
import type { Database } from "./database.ts";

/** Goes with the room's own rows. */
export function lastGoodKey(room: string): string {
  return `${room}/lastGood`;
}

/** Puts the room's view aside, unless that was done at an earlier visit. */
export async function keepLastGoodView(database: Database, room: string): Promise<void> {
  // A disk that cannot be written to must not keep the room from being read.
  await database
    .transaction("rw", database.views, async () => {
      const [kept, row] = await database.views.bulkGet([lastGoodKey(room), room]);
      if (!kept && row) await database.views.put({ ...row, room: lastGoodKey(room) });
    })
    .catch((error) => console.warn("The last good view could not be put aside", error));
}
