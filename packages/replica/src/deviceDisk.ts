/** One connection to the device's database that is opened anew after a failure. */
import { type Database, openDatabase, withPatience } from "./database.ts";

export interface DeviceDisk {
  /**
   * Runs one request; rejects with its error, or when the database does not answer in time (`patience` in ms). After a failure the next
   * request opens a new connection: a connection that met a full disk stays dead.
   */
  run<T>(request: (database: Database) => PromiseLike<T>, patience?: number): Promise<T>;
  close(): void;
}

/** No connection is opened before the first request. Without a `factory` (`null`) every request rejects. */
export function openDeviceDisk(factory: IDBFactory | null): DeviceDisk {
  let database: Database | undefined;
  return {
    async run(request, patience) {
      const used = database ?? openDatabase(factory);
      database = used;
      try {
        return await withPatience(request(used), patience);
      } catch (error) {
        used.close();
        if (database === used) database = undefined;
        throw error;
      }
    },
    close() {
      database?.close();
      database = undefined;
    },
  };
}
