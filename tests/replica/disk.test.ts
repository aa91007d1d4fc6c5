import { gunzipSync, gzipSync } from "node:zlib";
import { lastView, waitingChanges } from "@sameside/replica";
import { createEncoder, toUint8Array, writeVarUint8Array } from "lib0/encoding";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import {
  changeRows,
  newDevice,
  notesIn,
  openNotes,
  putSnapshot,
  ROOM,
  rowsOnDisk,
  settled,
  untilRows,
  untilStatus,
  write,
  writeOneByOne,
} from "./support/notes.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("what is written on a device", () => {
  it("is there after the page was left without any goodbye, once saved() has resolved", async () => {
    const device = newDevice();
    const first = await openNotes(device);
    for (let index = 0; index < 100; index += 1) write(first, `n${index}`, "kept");
    await first.saved();

    const second = await openNotes(device);
    expect(Object.keys(notesIn(second.doc))).toHaveLength(100);
    await Promise.all([first.close(), second.close()]);
  });

  it("is there when it was written in the same moment as the board was closed", async () => {
    const device = newDevice();
    const first = await openNotes(device);
    write(first, "before", "1");
    await first.saved();
    write(first, "last", "2");
    await first.close();

    const second = await openNotes(device);
    expect(notesIn(second.doc)).toEqual({ before: "1", last: "2" });
    await second.close();
  });

  it("is called typing until it is on disk, and kept only then", async () => {
    const device = newDevice();
    const replica = await openNotes(device);
    const seen: string[] = [];
    replica.subscribe(() => seen.push(replica.status().disk));
    expect(replica.status().disk).toBe("kept");
    write(replica, "a", "1");
    expect(replica.status().disk).toBe("typing");
    await untilStatus(replica, (status) => status.disk === "kept");
    expect(await rowsOnDisk(device, "log")).toHaveLength(1);
    expect(new Set(seen)).toEqual(new Set(["typing", "kept"]));
    await replica.close();
  });

  it("shares one log row when it was written in one go, be it short or long", async () => {
    const device = newDevice();
    const replica = await openNotes(device);
    for (let index = 0; index < 45; index += 1) write(replica, `n${index}`, "x".repeat(index * 500));
    await replica.saved();
    expect(await rowsOnDisk(device, "log")).toMatchObject([{ changes: 45, own: 1, acked: 0 }]);
    await replica.close();
    const again = await openNotes(device);
    expect(notesIn(again.doc)).toEqual(
      Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`n${index}`, "x".repeat(index * 500)])),
    );
    await again.close();
  });

  it("gives the same status object until something changes", async () => {
    const replica = await openNotes(newDevice());
    const before = replica.status();
    expect(replica.status()).toBe(before);
    write(replica, "a", "1");
    expect(replica.status()).not.toBe(before);
    await replica.close();
  });

  it("leaves a plain view behind that can be read without opening the board", async () => {
    const device = newDevice();
    const replica = await openNotes(device);
    write(replica, "a", "1");
    await replica.close();
    expect(await lastView(ROOM, device)).toEqual({ a: "1" });
    expect(await lastView(`${ROOM}2`, device)).toBeUndefined();
  });

  it("leaves that view behind also when a full disk did not take it at first", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const device = newDevice();
    const replica = await openNotes(device);
    write(replica, "a", "1");
    await replica.saved();
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no space", "QuotaExceededError");
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(put).toHaveBeenCalled();
    put.mockRestore();
    vi.useRealTimers();
    await replica.close();
    expect(await lastView(ROOM, device)).toEqual({ a: "1" });
  });

  it("shows the view that an older program has left", async () => {
    const device = newDevice();
    const replica = await openNotes(device);
    write(replica, "a", "1");
    await replica.close();
    await changeRows(device, "views", ({ room }) => ({ room, view: { a: "from before" } }));
    expect(await lastView(ROOM, device)).toEqual({ a: "from before" });
  });
});

describe("the log", () => {
  it("is folded in a pause, and again when the board is closed (D42)", async () => {
    const device = newDevice();
    const first = await openNotes(device);
    await writeOneByOne(first, "n", 550);
    await untilRows(device, "snapshots", 1);
    await writeOneByOne(first, "m", 100);
    await first.close();
    expect(await rowsOnDisk(device, "snapshots")).toMatchObject([
      { room: ROOM, format: 3, generation: 2 },
      { room: `${ROOM}/previous`, format: 3, generation: 1 },
    ]);

    const second = await openNotes(device);
    expect(Object.keys(notesIn(second.doc))).toHaveLength(650);
    await second.close();
  });

  it("that grows very long is folded though nobody pauses (D42)", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const device = newDevice();
    const first = await openNotes(device);
    for (let index = 0; index < 11_000; index += 1) write(first, `n${index % 100}`, `${index}`);
    await untilRows(device, "snapshots", 1);
    vi.useRealTimers();
    await first.close();
    const second = await openNotes(device);
    expect([notesIn(second.doc)["n99"], second.status().waiting]).toEqual(["10999", 11_000]);
    await second.close();
  });

  it("that an older program has folded is read, and folded on (D42)", async () => {
    const device = newDevice();
    const first = await openNotes(device);
    await writeOneByOne(first, "n", 60);
    await first.close();
    await changeRows(device, "log", inFirstEncoding);
    const second = await openNotes(device);
    expect(second.status()).toMatchObject({ waiting: 60, damaged: 0 });
    await writeOneByOne(second, "m", 60);
    await second.close();

    const third = await openNotes(device);
    expect(Object.keys(notesIn(third.doc))).toHaveLength(120);
    expect(third.status()).toMatchObject({ waiting: 120, damaged: 0 });
    await third.close();
  });

  it("keeps what no relay has confirmed apart from the snapshot, in one row, and goes on counting it", async () => {
    const device = newDevice();
    const first = await openNotes(device);
    await writeOneByOne(first, "n", 600);
    expect(first.status().waiting).toBe(600);
    await first.close();
    expect(await rowsOnDisk(device, "log")).toMatchObject([{ changes: 600, own: 1, acked: 0 }]);
    expect(await waitingChanges(ROOM, device)).toBe(600);

    const second = await openNotes(device);
    expect(second.status().waiting).toBe(600);
    write(second, "one more", "x");
    expect(second.status().waiting).toBe(601);
    await second.close();
  });

  it("loses nothing when two tabs write and fold at the same time", async () => {
    const device = newDevice();
    const [left, right] = await Promise.all([openNotes(device), openNotes(device)]);
    await Promise.all([writeOneByOne(left, "left", 1100), writeOneByOne(right, "right", 1100)]);
    await Promise.all([left.close(), right.close()]);

    const again = await openNotes(device);
    expect(Object.keys(notesIn(again.doc))).toHaveLength(2200);
    await again.close();
  });
});

describe("folding the log", () => {
  it("gives way when another tab has folded between reading and writing: neither's work is lost", async () => {
    const device = newDevice();
    // Spied on before the replica opens its connection, because Dexie takes hold of the method then.
    const begin = IDBDatabase.prototype.transaction;
    let otherTab: IDBDatabase | undefined;
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (this: IDBDatabase, stores, ...rest) {
      const transaction = begin.call(this, stores, ...rest);
      if (otherTab && this !== otherTab && rest[0] === "readonly" && [...stores].includes("snapshots")) {
        putSnapshot(otherTab, "from the other tab", "y", 1);
        otherTab.close();
        otherTab = undefined;
      }
      return transaction;
    });
    const replica = await openNotes(device);
    for (let index = 0; index < 100; index += 1) write(replica, `n${index}`, "x");
    await replica.saved();
    otherTab = await settled(device.open("sameside"));
    await replica.close();
    expect(otherTab).toBeUndefined();

    const again = await openNotes(device);
    expect(notesIn(again.doc)["from the other tab"]).toBe("y");
    expect(Object.keys(notesIn(again.doc))).toHaveLength(101);
    await again.close();
  });
});

describe("a device that cannot store", () => {
  it("works in memory and says so when it has no storage at all", async () => {
    const replica = await openNotes(null);
    expect(replica.status().disk).toBe("failed");
    write(replica, "a", "1");
    expect(notesIn(replica.doc)).toEqual({ a: "1" });
    expect(replica.status()).toMatchObject({ disk: "failed", waiting: 1 });
    await expect(replica.saved()).rejects.toThrow("could not store");
    await expect(replica.close()).rejects.toThrow("1 changes could not be stored");
  });

  it("tells at once, loses nothing that is queued, and stores all when there is room again", async () => {
    const device = newDevice();
    const replica = await openNotes(device);
    write(replica, "before", "1");
    await replica.saved();

    const fullDisk = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
      throw new DOMException("no space", "QuotaExceededError");
    });
    write(replica, "during", "2");
    await untilStatus(replica, (status) => status.disk === "failed");
    write(replica, "later", "3");
    expect(replica.status().disk).toBe("failed");
    await expect(replica.saved()).rejects.toThrow("could not store");

    fullDisk.mockRestore();
    await replica.saved();
    expect(replica.status().disk).toBe("kept");
    const second = await openNotes(device);
    expect(notesIn(second.doc)).toEqual({ before: "1", during: "2", later: "3" });
    await Promise.all([replica.close(), second.close()]);
  });

  it("tries again by itself", async () => {
    const replica = await openNotes(newDevice());
    const fullDisk = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementationOnce(() => {
      throw new DOMException("no space", "QuotaExceededError");
    });
    write(replica, "a", "1");
    await untilStatus(replica, (status) => status.disk === "failed");
    await untilStatus(replica, (status) => status.disk === "kept");
    expect(fullDisk).toHaveBeenCalledTimes(2);
    await replica.close();
  });

  it("does not take silence for success: a write that never settles is a failure, and is written anew", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const device = newDevice();
    const replica = await openNotes(device);
    const silent = vi.spyOn(IDBDatabase.prototype, "transaction").mockReturnValue(deadTransaction());
    write(replica, "a", "1");
    expect(replica.status().disk).toBe("typing");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(replica.status().disk).toBe("failed");
    silent.mockRestore();
    await replica.saved();
    expect(replica.status().disk).toBe("kept");
    await replica.close();

    const second = await openNotes(device);
    expect(notesIn(second.doc)).toEqual({ a: "1" });
    await second.close();
  });

  it("reads what it kept as soon as it can, when it could not at first", async () => {
    const device = newDevice();
    const before = await openNotes(device);
    write(before, "old", "1");
    await before.close();

    const broken = vi.spyOn(device, "open").mockImplementation(() => {
      throw new DOMException("not now", "UnknownError");
    });
    const replica = await openNotes(device);
    expect(replica.status().disk).toBe("failed");
    write(replica, "new", "2");
    expect(notesIn(replica.doc)).toEqual({ new: "2" });
    broken.mockRestore();
    await replica.saved();
    expect(notesIn(replica.doc)).toEqual({ old: "1", new: "2" });
    expect(replica.status()).toMatchObject({ disk: "kept", waiting: 2 });
    await replica.close();
  });
});

/** A folded row as programs wrote it that had the tables' second version: one packed V1 update. */
function inFirstEncoding({ encoding, ...row }: Record<string, unknown>): Record<string, unknown> {
  expect(encoding).toBe(2);
  const update = Y.convertUpdateFormatV2ToV1(gunzipSync(row["updates"] as Uint8Array));
  const encoder = createEncoder();
  writeVarUint8Array(encoder, update);
  return { ...row, updates: new Uint8Array(gzipSync(toUint8Array(encoder))) };
}

/** As Chromium does it on a full disk: a transaction that takes requests and is never heard of again. */
function deadTransaction(): IDBTransaction {
  const store = { add: () => new EventTarget() };
  return Object.assign(new EventTarget(), { objectStore: () => store, commit() {} }) as unknown as IDBTransaction;
}
