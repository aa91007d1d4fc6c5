/** One look at this device's database, or one change of it, without keeping a connection. */
import { type Database, WHOLE_ROOM_PATIENCE_MS } from "../disk/database.ts";
import { openDeviceDisk } from "../disk/deviceDisk.ts";

/** Rejects when there is no disk, or it does not answer. */
export async function lookOnDisk<T>(
  factory: IDBFactory | null,
  request: (database: Database) => PromiseLike<T>,
): Promise<T> {
  const disk = openDeviceDisk(factory);
  try {
    return await disk.run(request, WHOLE_ROOM_PATIENCE_MS);
  } finally {
    disk.close();
  }
}

/** As `lookOnDisk`; rejects also where a newer program has the database. */
export async function changeOnDisk<T>(
  factory: IDBFactory | null,
  request: (database: Database) => PromiseLike<T>,
): Promise<T> {
  const disk = openDeviceDisk(factory);
  try {
    return await disk.change(request, WHOLE_ROOM_PATIENCE_MS);
  } finally {
    disk.close();
  }
}
