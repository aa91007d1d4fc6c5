/** The files of one workshop in this device's database, one row each. */
import { type BlobRow, type Database, WHOLE_ROOM_PATIENCE_MS } from "../disk/database.ts";
import { openDeviceDisk } from "../disk/deviceDisk.ts";

/** What takes the place of the row that is there; `undefined` leaves all as it is. */
type Change = (row: BlobRow | undefined) => BlobRow | undefined;

export interface FileDisk {
  hashes(): Promise<readonly string[]>;
  read(hash: string): Promise<BlobRow | undefined>;
  /** Changes one row, whatever other tabs do with it meanwhile; answers what is there then. Rejects when the disk does. */
  change(hash: string, change: Change): Promise<BlobRow | undefined>;
  close(): void;
}

/** Without a disk they are kept in memory, for as long as the page is open. */
export function openFileDisk(workshop: string, factory: IDBFactory | null): FileDisk {
  return factory ? filesOnDisk(workshop, factory) : filesInMemory();
}

function filesOnDisk(workshop: string, factory: IDBFactory): FileDisk {
  const disk = openDeviceDisk(factory);
  // A file is large: a slow disk must not look like a dead one.
  const patience = WHOLE_ROOM_PATIENCE_MS;
  const rowsIn = (database: Database) => database.blobs.where("workshop").equals(workshop);
  return {
    async hashes() {
      const keys = await disk.run((database) => rowsIn(database).primaryKeys(), patience);
      return keys.map(([, hash]) => hash);
    },
    read: (hash) => disk.run((database) => database.blobs.get([workshop, hash]), patience),
    change: (hash, change) =>
      disk.change(
        (database) =>
          database.transaction("rw", database.blobs, async () => {
            const row = await database.blobs.get([workshop, hash]);
            const next = change(row);
            if (next) await database.blobs.put(next);
            return next ?? row;
          }),
        patience,
      ),
    close: disk.close,
  };
}

function filesInMemory(): FileDisk {
  const rowByHash = new Map<string, BlobRow>();
  return {
    hashes: async () => [...rowByHash.keys()],
    read: async (hash) => rowByHash.get(hash),
    async change(hash, change) {
      const next = change(rowByHash.get(hash));
      if (next) rowByHash.set(hash, next);
      return rowByHash.get(hash);
    },
    close: () => undefined,
  };
}
