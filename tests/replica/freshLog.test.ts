/** What may lie torn in the browser's own log harms nothing that is written later (SPEC S16). */
import { IDBObjectStore } from "fake-indexeddb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { newDevice, notesIn, openNotes, rowsOnDisk, settled, untilStatus, write } from "./support/notes.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

async function noted(device: IDBFactory): Promise<string[]> {
  return (await rowsOnDisk(device, "meta")).map((row) => String(row["key"])).filter((key) => key.startsWith("open/"));
}

/** Everything that is put or added from here on, in order: the key of a row in `meta`, or the name of the table. */
function watchWrites(): string[] {
  const written: string[] = [];
  for (const method of ["put", "add"] as const) {
    const original = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...asked) {
      const [row] = asked as unknown as [{ readonly key?: string }];
      written.push(this.name === "meta" ? String(row.key) : this.name);
      return original.apply(this, asked);
    });
  }
  return written;
}

const fillings = (written: readonly string[]) => written.filter((key) => key.startsWith("filling/"));

describe("a visit (S16)", () => {
  it("is noted while it writes, and no longer when it has come to its end", async () => {
    const device = newDevice();
    const replica = await openNotes(device);
    write(replica, "a", "1");
    await replica.saved();
    expect(await noted(device)).toHaveLength(1);
    await replica.close();
    expect(await noted(device)).toEqual([]);
  });

  it("of another page that did not come to its end has the browser begin a new log, once", async () => {
    const device = newDevice();
    const before = await openNotes(device);
    write(before, "a", "1");
    await before.close();
    const database = await settled(device.open("sameside"));
    const meta = database.transaction("meta", "readwrite").objectStore("meta");
    await settled(meta.put({ key: "open/another page/its room", value: 0 }));
    database.close();

    const written = watchWrites();
    const replica = await openNotes(device);
    write(replica, "b", "2");
    await replica.saved();
    await replica.close();
    const after = fillings(written).length;
    expect(after).toBeGreaterThan(0);
    expect(await noted(device)).toEqual([]);
    expect((await rowsOnDisk(device, "meta")).filter((row) => String(row["key"]).startsWith("filling/"))).toEqual([]);

    const again = await openNotes(device);
    expect(notesIn(again.doc)).toEqual({ a: "1", b: "2" });
    await again.close();
    expect(fillings(written)).toHaveLength(after);
  });
});

describe("a write that failed (S16)", () => {
  it.each(["UnknownError", "QuotaExceededError"])("with %s is tried again only in a new log", async (name) => {
    const device = newDevice();
    const replica = await openNotes(device);
    write(replica, "before", "1");
    await replica.saved();
    const written = watchWrites();
    const add = vi.mocked(IDBObjectStore.prototype.add);
    add.mockImplementationOnce(() => {
      throw new DOMException("no space", name);
    });
    write(replica, "during", "2");
    await untilStatus(replica, ({ disk }) => disk === "failed");
    expect(replica.status().trouble).toBe(name === "UnknownError" ? "silent" : "full");
    await replica.saved();
    expect(written.indexOf("log")).toBeGreaterThan(written.findLastIndex((key) => key.startsWith("filling/")));
    await replica.close();
    const again = await openNotes(device);
    expect(notesIn(again.doc)).toEqual({ before: "1", during: "2" });
    await again.close();
  });
});
