/** One connection to the device's database that is opened anew after a failure. */
import type { Dexie } from "dexie";
import {
  type Database,
  isNewerVersion,
  openDatabase,
  WHOLE_ROOM_PATIENCE_MS,
  whichDatabase,
  withPatience,
} from "./database.ts";
import { DiskError, isWriteFailure } from "./diskTrouble.ts";
import { beginFreshLog } from "./freshLog.ts";

export interface DeviceDisk {
  /**
   * Runs one request that only reads; rejects with its error, or when the database does not answer in time (`patience`
   * in ms). After a failure the next request opens a new connection: a connection that met a full disk stays dead.
   */
  run<T>(request: (database: Database) => PromiseLike<T>, patience?: number): Promise<T>;
  /** As `run`, for a request that writes; rejects once the database is known to be a newer program's. */
  change<T>(request: (database: Database) => PromiseLike<T>, patience?: number): Promise<T>;
  /**
   * Runs with each next connection of this page, whoever opens it, before anything else is asked of that. Returns the way
   * to stop.
   */
  owe(write: Owed): () => void;
  /** The database is a newer program's: what is there can be read, nothing is written. */
  outdated(): boolean;
  close(): void;
}

type Owed = (database: Database) => PromiseLike<void>;

export interface DiskWatcher {
  /** A newer program is about to take the database over: what is written at once still goes through. */
  readonly upgrading?: () => void;
  /** It has: `outdated()` is true from here on. */
  readonly outdated?: () => void;
  /** The browser has closed the connection by itself; what was on disk may be gone. */
  readonly lost?: () => void;
  /**
   * There is a connection again after one that was lost or failed, and nothing was asked of it yet. `isEmptied`: it is
   * to another database, since the browser has thrown the one before away, as Chromium does after a full disk.
   */
  readonly reopened?: (isEmptied: boolean) => void;
}

/** How long a tab with an older program may take to let go of the database (ms): it stores what it has before. */
const OLDER_TAB_PATIENCE_MS = 1_000;

/**
 * Held by a tab with an older program, as far as any connection of this page knows: the browser tells it to one at a time,
 * and the others only get no answer.
 */
const heldByOlder = new WeakSet<IDBFactory>();

const owedByFactory = new WeakMap<IDBFactory, Set<Owed>>();

/** No connection is opened before the first request. Without a `factory` (`null`) every request rejects. */
export function openDeviceDisk(factory: IDBFactory | null, watcher: DiskWatcher = {}): DeviceDisk {
  let database: Database | undefined;
  let outdated = false;
  let known: string | undefined;
  let mayBeTorn = false;
  const hopesByDatabase = new WeakMap<Database, Set<() => void>>();
  return {
    run,
    change: (request, patience) =>
      run((used) => {
        if (!outdated && used.isOpen()) return request(used);
        return whenCurrent(used).then(() => request(used));
      }, patience),
    owe(write) {
      if (!factory) return () => {};
      const owed = owedByFactory.get(factory) ?? new Set();
      owedByFactory.set(factory, owed.add(write));
      return () => owed.delete(write);
    },
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
      return await withPatience(request(used), hopesOf(used), patienceWith(patience));
    } catch (error) {
      mayBeTorn ||= isWriteFailure(error);
      used.close();
      if (database === used) database = undefined;
      throw factory && heldByOlder.has(factory) && !outdated
        ? new DiskError("blocked", "A tab with an older Sameside holds this device's storage.")
        : error;
    }
  }

  async function payOwed(inReady: Database): Promise<void> {
    for (const write of (factory && owedByFactory.get(factory)) ?? [])
      await Promise.resolve(write(inReady)).catch((error) =>
        console.warn("Something waits for the next connection", error),
      );
  }

  function patienceWith(asked: number | undefined): number | undefined {
    // Nothing is read before that tab is closed, however much it would be.
    if (factory && heldByOlder.has(factory)) return OLDER_TAB_PATIENCE_MS;
    // A new log is begun first, which a slow disk must not seem dead for.
    return mayBeTorn ? WHOLE_ROOM_PATIENCE_MS : asked;
  }

  function hopesOf(used: Database): Set<() => void> {
    const hopes = hopesByDatabase.get(used) ?? new Set();
    hopesByDatabase.set(used, hopes);
    return hopes;
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
    let lettingGo: ReturnType<typeof setTimeout> | undefined;
    opened.on("blocked", () => {
      if (factory) heldByOlder.add(factory);
      clearTimeout(lettingGo);
      lettingGo = setTimeout(() => opened.close(), OLDER_TAB_PATIENCE_MS);
    });
    const ready = async (inReady: Dexie) => {
      if (factory) heldByOlder.delete(factory);
      clearTimeout(lettingGo);
      if (isNewerVersion(opened.backendDB().version)) becomeOutdated();
      // Only the browser's own closing: a connection that we close tells nothing.
      opened.backendDB().addEventListener("close", () => {
        if (database === opened) watcher.lost?.();
        // Their requests are never answered.
        for (const giveUp of hopesOf(opened)) giveUp();
      });
      if (!outdated) await payOwed(inReady as Database);
      if (!watcher.reopened) return;
      // Other requests wait until this is over: nothing may be written behind a torn record.
      if (mayBeTorn && !outdated) await beginFreshLog(inReady as Database);
      mayBeTorn = false;
      const which = await whichDatabase(inReady as Database);
      if (known !== undefined) watcher.reopened?.(which !== known);
      known = which;
    };
    // Each time it is opened, not the first time only.
    opened.on("ready", ready, true);
    return opened;
  }
}
