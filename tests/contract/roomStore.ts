/** What every engine below the relay must do. Each engine's test file runs all of it. */
import type { RoomStore } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const ROOM = "workshop-0123456789.board.table1";
const OTHER_ROOM = "workshop-0123456789.board.table2";
const WORKSHOP = "workshop-0123456789";

/** An engine with a disk of its own for one test. */
export interface StoreBench {
  /** Opens the store; after `close`, opens the same disk again. */
  open(): Promise<RoomStore>;
  /** A store on a disk of its own that is too small for 300 kB. */
  openTiny(): Promise<RoomStore>;
  tidyUp(): Promise<void>;
}

export function runRoomStoreContract(engine: string, makeBench: () => Promise<StoreBench>): void {
  describe(`room store on ${engine}`, () => {
    let bench: StoreBench;
    let store: RoomStore;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(async () => {
      await store.close();
      await bench.tidyUp();
    });
    const reopen = async () => {
      await store.close();
      store = await bench.open();
    };

    it("a room nobody wrote to is empty", async () => {
      expect(await store.load(ROOM)).toEqual({ snapshot: undefined, log: [] });
      expect(await store.answers(WORKSHOP)).toEqual([]);
      expect(await store.tokenHashes(WORKSHOP)).toBeUndefined();
    });

    it("keeps updates of each room in the order of commits, also after it was closed", async () => {
      await store.commit([log(ROOM, 1), log(OTHER_ROOM, 2), log(ROOM, 3)]);
      await store.commit([log(ROOM, 4)]);
      await reopen();
      await store.commit([log(ROOM, 5)]);
      const { log: stored } = await store.load(ROOM);
      expect(stored.map(({ update }) => [...update])).toEqual([[1], [3], [4], [5]]);
      expect(stored.map(({ row }) => row)).toEqual(stored.map(({ row }) => row).toSorted((a, b) => a - b));
      expect((await store.load(OTHER_ROOM)).log.length).toBe(1);
    });

    it("answers a commit with the rows that load names", async () => {
      const rows = await store.commit([log(ROOM, 1), answer("p1", "Ada", 1), log(ROOM, 2)]);
      expect(rows[1]).toBe(0);
      expect((await store.load(ROOM)).log.map(({ row }) => row)).toEqual([rows[0], rows[2]]);
    });

    it("commits all or nothing", async () => {
      const tiny = await bench.openTiny();
      await tiny.commit([log(ROOM, 1)]);
      const large = { to: "log", room: ROOM, update: new Uint8Array(300_000) } as const;
      await expect(tiny.commit([log(ROOM, 2), answer("p1", "Ada", 1), large])).rejects.toThrow();
      expect((await tiny.load(ROOM)).log.map(({ update }) => [...update])).toEqual([[1]]);
      expect(await tiny.answers(WORKSHOP)).toEqual([]);
      await tiny.commit([log(ROOM, 3)]);
      expect((await tiny.load(ROOM)).log.length).toBe(2);
      await tiny.close();
    });

    it("compacts exactly the rows it was given, and never uses a row's number again", async () => {
      const rows = await store.commit([log(ROOM, 1), log(ROOM, 2), log(ROOM, 3)]);
      expect(await store.compact(ROOM, new Uint8Array([9]), rows.slice(0, 2))).toBe(true);
      await reopen();
      expect(await store.load(ROOM)).toEqual({
        snapshot: new Uint8Array([9]),
        log: [{ row: rows[2], update: new Uint8Array([3]) }],
      });
      expect(await store.compact(ROOM, new Uint8Array([8]), rows.slice(2))).toBe(true);
      const [next] = await store.commit([log(ROOM, 4)]);
      expect(next).toBeGreaterThan(rows[2] ?? 0);
    });

    it("does not compact when somebody else was first", async () => {
      const rows = await store.commit([log(ROOM, 1), log(ROOM, 2)]);
      await store.compact(ROOM, new Uint8Array([9]), rows.slice(0, 1));
      expect(await store.compact(ROOM, new Uint8Array([7]), rows)).toBe(false);
      const stored = await store.load(ROOM);
      expect([...(stored.snapshot ?? [])]).toEqual([9]);
      expect(stored.log.length).toBe(1);
    });

    it("replaces an answer of the same topic, person and item", async () => {
      await store.commit([answer("p1", "Ada", 1), answer("p2", "Ben", 1)]);
      await store.commit([answer("p1", "Ada L.", 2)]);
      await reopen();
      expect(await store.answers(WORKSHOP)).toEqual([answer("p1", "Ada L.", 2).row, answer("p2", "Ben", 1).row]);
      expect(await store.answers("another-workshop-id")).toEqual([]);
    });

    it("the first claim of a workshop wins", async () => {
      const first = { write: "w1", read: "r1" };
      expect(await store.claim(WORKSHOP, first)).toEqual(first);
      expect(await store.claim(WORKSHOP, { write: "w2", read: "r2" })).toEqual(first);
      await reopen();
      expect(await store.tokenHashes(WORKSHOP)).toEqual(first);
    });
  });
}

function log(room: string, byte: number) {
  return { to: "log", room, update: new Uint8Array([byte]) } as const;
}

function answer(person: string, value: string, time: number) {
  return { to: "answers", workshop: WORKSHOP, row: { topic: "name", person, item: "today", value, time } } as const;
}
