/** Plain data beside a room that changes often: what this person can still undo. Nothing that people wrote depends on it. */
import { onPageHidden } from "../pageEvents.ts";
import { besideKey, commitAtOnce, deviceFactory } from "./database.ts";
import { openDeviceDisk } from "./deviceDisk.ts";

export interface Beside {
  /** What was kept last; `undefined` when there is none or no disk. */
  read(): Promise<unknown>;
  /** Keeps what `data` gives: soon, of many in a row the last one, and before the page ends. */
  keep(data: () => unknown): void;
  /** Resolves when the last of it is stored, or could not be. */
  close(): Promise<void>;
}

/** One connection for all of it: a page that ends has no time to open one. */
export function openBeside(room: string, factory: IDBFactory | null = deviceFactory()): Beside {
  const disk = openDeviceDisk(factory);
  const key = besideKey(room);
  let latest: (() => unknown) | undefined;
  let running: Promise<void> | undefined;
  const stopListening = onPageHidden(() => void storeLatest());

  return {
    read: () =>
      disk
        .run(async (database) => (await database.meta.get(key))?.value)
        .catch((error: unknown) => {
          console.warn("What is kept on this device cannot be read", error);
          return undefined;
        }),
    keep(data) {
      latest = data;
      running ??= run();
    },
    async close() {
      stopListening();
      await running;
      disk.close();
    },
  };

  async function run(): Promise<void> {
    while (latest) await storeLatest();
    running = undefined;
  }

  async function storeLatest(): Promise<void> {
    if (!latest) return;
    const value = latest();
    latest = undefined;
    await disk
      .change((database) => commitAtOnce(database, "meta", "relaxed", (meta) => [meta.put({ key, value })]))
      .catch((error: unknown) => console.warn("What can be undone could not be kept on this device", error));
  }
}
