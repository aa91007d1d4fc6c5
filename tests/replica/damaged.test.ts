/** What is on disk and cannot be read, and a store that another program or the browser takes away (SPEC S11–S13). */

import { lastGoodView, openAnswers, openDevice, waitingChanges } from "@sameside/replica";
import { forceCloseDatabase } from "fake-indexeddb";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  changeRows,
  newDevice,
  notesIn,
  openNotes,
  ROOM,
  rowsOnDisk,
  settled,
  untilStatus,
  WORKSHOP,
  write,
  writeOneByOne,
} from "./support/notes.ts";
import { UNPUBLISHED } from "./support/workshop.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

function damaged(bytes: unknown): Uint8Array {
  const copy = new Uint8Array(bytes as Uint8Array);
  copy.fill(0xff, Math.floor(copy.length / 2));
  return copy;
}

describe("a device with damaged rows", () => {
  it("shows everything else, says how many pieces cannot be read, keeps the last good view, and leaves the piece", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const device = newDevice();
    const first = await openNotes(device);
    for (const key of ["a", "b", "c"]) {
      write(first, key, "1");
      await first.saved();
    }
    await first.close();
    const before = await rowsOnDisk(device, "log");
    await changeRows(device, "log", (row) =>
      row["seq"] === before[1]?.["seq"] ? { ...row, updates: new Uint8Array([200, 1, 2]) } : row,
    );

    const again = await openNotes(device);
    expect(notesIn(again.doc)).toMatchObject({ a: "1" });
    expect(again.status().damaged).toBe(1);
    expect(await lastGoodView(ROOM, device)).toEqual({ a: "1", b: "1", c: "1" });
    write(again, "d", "2");
    await again.close();
    expect(await lastGoodView(ROOM, device)).toEqual({ a: "1", b: "1", c: "1" });
    expect(await rowsOnDisk(device, "log")).toHaveLength(4);
  });

  it("opens from the snapshot before when the last one is damaged, and folds on from there", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const device = newDevice();
    // Each visit is long enough to be folded when it ends.
    for (const visit of ["first", "second"]) {
      const replica = await openNotes(device);
      await writeOneByOne(replica, visit, 100);
      await replica.close();
    }
    expect(await rowsOnDisk(device, "snapshots")).toHaveLength(2);
    const damage = (row: Record<string, unknown>) =>
      row["room"] === ROOM ? { ...row, state: damaged(row["state"]) } : row;
    await changeRows(device, "snapshots", damage);
    await changeRows(device, "log", (row) => ({ ...row, updates: damaged(row["updates"]) }));

    const second = await openNotes(device);
    expect(second.status().damaged).toBe(2);
    expect(Object.keys(notesIn(second.doc))).toEqual(Array.from({ length: 100 }, (_, note) => `first${note}`));
    await writeOneByOne(second, "m", 100);
    await second.close();
    const kept = (await rowsOnDisk(device, "snapshots")).map((row) => row["room"]);
    expect(kept.filter((room) => String(room).startsWith(`${ROOM}/unreadable/`))).toHaveLength(2);

    const third = await openNotes(device);
    expect(third.status().damaged).toBe(0);
    expect(Object.keys(notesIn(third.doc))).toHaveLength(200);
    await third.close();
  });

  it("lets go of the snapshot before, once the last one was read back whole", async () => {
    const device = newDevice();
    const first = await openNotes(device);
    await writeOneByOne(first, "n", 60);
    await first.folded();
    await writeOneByOne(first, "m", 60);
    await first.close();
    expect(await rowsOnDisk(device, "snapshots")).toHaveLength(2);
    const second = await openNotes(device);
    await second.close();
    expect(await rowsOnDisk(device, "snapshots")).toHaveLength(1);
  });
});

/** Dexie counts so many of the browser's versions for one of its own. */
const VERSIONS_PER_SCHEMA = 10;

describe("a newer program on this device", () => {
  it("takes the store over: what was queued is stored, from then on this one shows and stores nothing", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const device = newDevice();
    const replica = await openNotes(device);
    write(replica, "before", "1");
    await replica.saved();
    write(replica, "queued", "2");
    const answers = await openAnswers(WORKSHOP, device);
    const newer = await openNewer(device);
    await untilStatus(replica, ({ outdated }) => outdated);
    const name = { topic: "name", person: "p", item: "today", value: "Rosa" } as const;
    await expect(answers.put(name)).rejects.toThrow(/could not store the answer/);
    await answers.close();
    expect(await rowsOnDisk(device, "answers")).toEqual([]);
    write(replica, "too late", "3");
    await untilStatus(replica, ({ disk }) => disk === "failed");
    expect(replica.status().trouble).toBe("newer");
    await expect(replica.close()).rejects.toThrow("1 changes could not be stored");

    expect(newer.objectStoreNames).toContain("log");
    newer.close();
    const again = await openNotes(device);
    expect(notesIn(again.doc)).toEqual({ before: "1", queued: "2" });
    await untilStatus(again, ({ outdated }) => outdated);
    expect(await waitingChanges(ROOM, device)).toBe(2);
    await again.close();
  });
});

describe("a connection that the browser closes", () => {
  it("is opened anew with the next change", async () => {
    const device = newDevice();
    const { connections } = watchConnections();
    const replica = await openNotes(device);
    write(replica, "a", "1");
    await replica.saved();
    closeByBrowser(connections);
    write(replica, "b", "2");
    await replica.saved();
    await replica.close();
    const again = await openNotes(device);
    expect(notesIn(again.doc)).toEqual({ a: "1", b: "2" });
    await again.close();
  });

  it("is filled again from memory when what was stored has gone with it", async () => {
    const device = newDevice();
    const { connections } = watchConnections();
    const replica = await openNotes(device);
    write(replica, "a", "1");
    await replica.saved();
    for (const connection of connections) connection.close();
    await settled(device.deleteDatabase("sameside"));
    closeByBrowser(connections);
    await untilStatus(replica, ({ disk }) => disk === "typing");
    await replica.saved();
    const again = await openNotes(device);
    expect(notesIn(again.doc)).toEqual({ a: "1" });
    await Promise.all([replica.close(), again.close()]);
  });
});

describe("a workshop that was forgotten in another tab", () => {
  it("is not stored again when the connection is opened anew", async () => {
    const factory = newDevice();
    const { connections } = watchConnections();
    const replica = await openNotes(factory);
    write(replica, "a", "1");
    await replica.saved();
    const device = await openDevice(factory);
    await device.forget(WORKSHOP);
    device.close();
    closeByBrowser(connections);
    await untilStatus(replica, ({ disk }) => disk === "typing");
    await replica.saved();
    expect(await rowsOnDisk(factory, "log")).toEqual([]);
    await replica.close();
  });
});

describe("a database that the browser has thrown away (S13)", () => {
  it("gets this page's answers, workshops and person again with the next request", async () => {
    const factory = newDevice();
    const { connections } = watchConnections();
    const device = await openDevice(factory);
    const answers = await openAnswers(WORKSHOP, factory);
    const answer = (item: string) => answers.put({ topic: "name", person: "p", item, value: "Rosa" });
    await device.remember(UNPUBLISHED);
    await answer("today");
    for (const connection of connections) connection.close();
    await settled(factory.deleteDatabase("sameside"));

    const other = { ...UNPUBLISHED, id: "B".repeat(22) };
    await device.remember(other).catch(() => device.remember(other));
    await answer("tomorrow").catch(() => answer("tomorrow"));
    await answers.close();
    expect((await device.workshops()).map(({ id }) => id).toSorted()).toEqual([WORKSHOP, other.id]);
    expect(await rowsOnDisk(factory, "answers")).toHaveLength(2);
    device.close();
    const again = await openDevice(factory);
    expect(again.person).toBe(device.person);
    again.close();
  });
});

/** As the next Sameside does: the same tables and one more. */
/** Its tables are those of the next schema, whichever this one is. */
async function openNewer(device: IDBFactory): Promise<IDBDatabase> {
  const [{ version = 0 } = {}] = await device.databases();
  const request = device.open("sameside", version + VERSIONS_PER_SCHEMA);
  request.onupgradeneeded = () => request.result.createObjectStore("later");
  return settled(request);
}

function watchConnections(): { readonly connections: Set<IDBDatabase> } {
  const connections = new Set<IDBDatabase>();
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, ...request) {
    connections.add(this);
    return begin.apply(this, request);
  });
  return { connections };
}

function closeByBrowser(connections: ReadonlySet<IDBDatabase>): void {
  for (const connection of connections) forceCloseDatabase(connection as never);
}
