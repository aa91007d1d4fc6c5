/**
 * How a room was at some moments of the day, kept on this device only: those that somebody named, and those that are
 * kept by themselves. A version is the whole document as bytes; what they mean nobody here knows.
 */
import {
  type Database,
  deviceFactory,
  type VersionRow,
  type VersionStateRow,
  WHOLE_ROOM_PATIENCE_MS,
} from "../disk/database.ts";
import { openDeviceDisk } from "../disk/deviceDisk.ts";
import { gunzip, gzip } from "../disk/gzip.ts";

/** Of one room. Beyond it the oldest that nobody named go first. */
export const MAX_VERSIONS = 80;
export const MAX_VERSION_NAME = 120;

export type KeptVersion = Required<Pick<VersionRow, "id">> & Omit<VersionRow, "id">;

export interface NewVersion {
  /** Empty for one that is kept by itself. */
  readonly name: string;
  /** Why it was kept; a named one: "named". */
  readonly why: VersionRow["why"];
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Of the versions with one mark the first is kept: tabs and devices that are slow do not keep two. */
  readonly mark?: string;
  readonly state: Uint8Array;
}

/** The versions of this device, of all rooms. Every promise rejects when the device's storage does not take part. */
export interface Versions {
  /** The last first. */
  list(room: string): Promise<readonly KeptVersion[]>;
  /** `undefined` when it was not kept: its mark is there already, or every version that could go has a name. */
  keep(room: string, version: NewVersion): Promise<KeptVersion | undefined>;
  /** The document's bytes; `undefined` when it is gone. */
  state(id: number): Promise<Uint8Array | undefined>;
  /** A version with a name stays until somebody forgets it. */
  rename(id: number, name: string): Promise<void>;
  forget(id: number): Promise<void>;
  /**
   * Puts what `rewrite` makes of each version's bytes in their place; the same object again leaves them. For what must
   * not be kept any more. One that `rewrite` throws at is forgotten: nobody could say what is in it.
   */
  rewrite(room: string, rewrite: (state: Uint8Array) => Uint8Array): Promise<void>;
}

/** Opens nothing before the first call; each call is a connection of its own. */
export function openVersions(factory: IDBFactory | null = deviceFactory()): Versions {
  const list: Versions["list"] = (room) =>
    withDisk(async ({ versions }) => lastFirst(await versions.where("room").equals(room).toArray()), false);
  const state: Versions["state"] = async (id) => {
    const row = await withDisk(({ versionStates }) => versionStates.get(id), false);
    return row && (row.gzipped === 1 ? gunzip(row.state) : row.state);
  };
  const forget: Versions["forget"] = (id) => withDisk((database) => removeRows(database, [id]), true);
  async function withDisk<T>(request: (database: Database) => PromiseLike<T>, writes: boolean): Promise<T> {
    const disk = openDeviceDisk(factory);
    try {
      return await (writes ? disk.change : disk.run)(request, WHOLE_ROOM_PATIENCE_MS);
    } finally {
      disk.close();
    }
  }
  return {
    list,
    async keep(room, { state, ...version }) {
      const bytes = await packed(state);
      const row = { ...version, name: version.name.slice(0, MAX_VERSION_NAME), room, size: bytes.state.byteLength };
      return withDisk((database) => keepRow(database, row, bytes), true);
    },
    state,
    rename: (id, name) =>
      withDisk(async ({ versions }) => {
        await versions.update(id, { name: name.slice(0, MAX_VERSION_NAME), why: "named" });
      }, true),
    forget,
    async rewrite(room, rewrite) {
      for (const { id } of await list(room)) {
        try {
          const before = await state(id);
          const after = before && rewrite(before);
          if (!after || after === before) continue;
          const row = { id, room, ...(await packed(after)) };
          await withDisk((database) => replaceState(database, row), true);
        } catch (error) {
          console.warn("A version that cannot be read is forgotten", error);
          await forget(id);
        }
      }
    },
  };
}

async function packed(state: Uint8Array) {
  const zipped = await gzip(state);
  return { state: zipped ?? new Uint8Array(state), gzipped: zipped ? (1 as const) : (0 as const) };
}

/** Unless it was forgotten meanwhile. */
function replaceState(database: Database, row: VersionStateRow): PromiseLike<void> {
  const { versions, versionStates } = database;
  return database.transaction("rw", versions, versionStates, async () => {
    const isThere = await versions.update(row.id, { size: row.state.byteLength });
    if (isThere > 0) await versionStates.put(row);
  });
}

function lastFirst(rows: readonly VersionRow[]): KeptVersion[] {
  return rows
    .flatMap((row) => (row.id === undefined ? [] : [{ ...row, id: row.id }]))
    .sort((a, b) => b.time - a.time || b.id - a.id);
}

function keepRow(
  database: Database,
  row: Omit<VersionRow, "id">,
  bytes: { readonly state: Uint8Array<ArrayBuffer>; readonly gzipped: 0 | 1 },
): PromiseLike<KeptVersion | undefined> {
  const { versions, versionStates } = database;
  return database.transaction("rw", versions, versionStates, async () => {
    const kept = lastFirst(await versions.where("room").equals(row.room).toArray());
    if (row.mark !== undefined && kept.some(({ mark }) => mark === row.mark)) return undefined;
    const surplus = kept.length + 1 - MAX_VERSIONS;
    const oldestUnnamed = kept.filter(({ why }) => why !== "named").reverse();
    if (surplus > oldestUnnamed.length) return undefined;
    if (surplus > 0)
      await removeRows(
        database,
        oldestUnnamed.slice(0, surplus).map(({ id }) => id),
      );
    const id = await versions.add(row);
    await versionStates.put({ id, room: row.room, ...bytes });
    return { ...row, id };
  });
}

function removeRows(database: Database, ids: readonly number[]): PromiseLike<void> {
  const { versions, versionStates } = database;
  return database.transaction("rw", versions, versionStates, async () => {
    await versions.bulkDelete([...ids]);
    await versionStates.bulkDelete([...ids]);
  });
}
