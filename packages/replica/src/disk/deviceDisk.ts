/** One connection to the device's database that is opened anew after a failure. */
import { type Database, isNewerVersion, openDatabase, withPatience } from "./database.ts";
import { DiskError } from "./diskTrouble.ts";

export interface DeviceDisk {
  /**
   * Runs one request that only reads; rejects with its error, or when the database does not answer in time (`patience`
   * in ms). After a failure the next request opens a new connection: a connection that met a full disk stays dead.
   */
  run<T>(request: (database: Database) => PromiseLike<T>, patience?: number): Promise<T>;
  /** As `run`, for a request that writes; rejects once the database is known to be a newer program's. */
  change<T>(request: (database: Database) => PromiseLike<T>, patience?: number): Promise<T>;
  /** The database is a newer program's: what is there can be read, nothing is written. */
  outdated(): boolean;
  close(): void;
}

export interface DiskWatcher {
  /** A newer program is about to take the database over: what is written at once still goes through. */
  readonly upgrading?: () => void;
  /** It has: `outdated()` is true from here on. */
  readonly outdated?: () => void;
  /** The browser has closed the connection by itself; what was on disk may be gone. */
  readonly lost?: () => void;
}

/** No connection is opened before the first request. Without a `factory` (`null`) every request rejects. */
export function openDeviceDisk(factory: IDBFactory | null, watcher: DiskWatcher = {}): DeviceDisk {
  let database: Database | undefined;
  let outdated = false;
  let blocked = false;
  return {
    run,
    change: (request, patience) =>
      run((used) => {
        if (!outdated && used.isOpen()) return request(used);
        return whenCurrent(used).then(() => request(used));
      }, patience),
    outdated: () => outdated,
    close() {
      database?.close();
      database = undefined;
    },
  };

  async function run<T>(request: (database: Database) => PromiseLike<T>, patience?: number): Promise<T> {
    const used = database ?? openWatched();
    database = used;
    try {
      return await withPatience(request(used), patience);
    } catch (error) {
      used.close();
      if (database === used) database = undefined;
      throw blocked && !outdated
        ? new DiskError("blocked", "A tab with an older Sameside holds this device's storage.")
        : error;
    }
  }

  async function whenCurrent(used: Database): Promise<void> {
    await used.open();
    if (outdated)
      throw new DiskError("newer", "A newer Sameside is in use on this device. Reload this tab to go on writing here.");
  }

  function becomeOutdated(): void {
    if (outdated) return;
    outdated = true;
    watcher.outdated?.();
  }

  function openWatched(): Database {
    const opened = openDatabase(factory);
    opened.on("versionchange", (event) => {
      if (!isNewerVersion(event.newVersion)) return;
      // While the connection is still open: Dexie closes it right after.
      if (!outdated) watcher.upgrading?.();
      becomeOutdated();
    });
    opened.on("blocked", () => {
      blocked = true;
    });
    const ready = () => {
      blocked = false;
      if (isNewerVersion(opened.backendDB().version)) becomeOutdated();
      // Only the browser's own closing: a connection that we close tells nothing.
      opened.backendDB().addEventListener("close", () => {
        if (database === opened) watcher.lost?.();
      });
    };
    // Each time it is opened, not the first time only.
    opened.on("ready", ready, true);
    return opened;
  }
}
