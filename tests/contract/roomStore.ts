/** What every engine below the relay must do. Each engine's test file runs all of it. */

import { setImmediate as immediate } from "node:timers/promises";
import type { Holding, RoomStore, Write } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ATTACHMENT, answer, everythingIn, fill, log, ROOM, snapshot, WORKSHOP } from "./contents.ts";

const OTHER_ROOM = "workshop-0123456789.board.table2";
const OTHER_WORKSHOP = "workshop-9876543210";

/** An engine with a disk of its own for one test. */
export interface StoreBench {
  /** Opens the store; after `close`, opens the same disk again. */
  open(): Promise<RoomStore>;
  /** Another empty store, of the same engine. */
  openOther(): Promise<RoomStore>;
  /** A store on a disk of its own that has no room for 300 kB. */
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

    it("a store nobody wrote to is empty", async () => {
      expect(await store.load(ROOM)).toEqual({ snapshot: undefined, log: [] });
      expect(await store.answers(WORKSHOP)).toEqual([]);
      expect(await store.record({ kind: "claim", workshop: WORKSHOP, key: "" })).toBeUndefined();
      expect(await store.records("invite", WORKSHOP)).toEqual([]);
      expect(await store.attachment(WORKSHOP, "hash")).toBeUndefined();
      expect(await store.attachmentBytes(WORKSHOP)).toBe(0);
      expect(await everythingIn(store)).toEqual([]);
    });

    describe("rooms", () => {
      it("keep their updates in the order of commits, also after the store was closed", async () => {
        await store.commit([log(ROOM, 1), log(OTHER_ROOM, 2), log(ROOM, 3)]);
        await store.commit([log(ROOM, 4)]);
        await reopen();
        await store.commit([log(ROOM, 5)]);
        const { log: stored } = await store.load(ROOM);
        expect(stored.map(({ update }) => [...update])).toEqual([[1], [3], [4], [5]]);
        expect(isAscending(stored.map(({ row }) => row))).toBe(true);
        expect((await store.load(OTHER_ROOM)).log.length).toBe(1);
      });

      it("get back every byte of an update, of one as long as a message and of many small ones at once", async () => {
        const long = Uint8Array.from({ length: 8 * 1024 * 1024 }, (_, index) => (index * 7) % 256);
        const small = Array.from({ length: 1003 }, (_, index) => new Uint8Array(index % 61).fill(index % 256));
        const rows = await store.commit(small.map((update) => ({ to: "log", room: ROOM, update })));
        await store.commit([{ to: "log", room: OTHER_ROOM, update: long }]);
        const stored = await store.load(ROOM);
        expect(stored.log.map(({ update }) => hex(update))).toEqual(small.map(hex));
        expect(stored.log.map(({ row }) => row)).toEqual(rows);
        expect(Buffer.compare((await store.load(OTHER_ROOM)).log[0]?.update ?? new Uint8Array(), long)).toBe(0);
      });

      it("answer a commit with the rows that load names", async () => {
        const rows = await store.commit([log(ROOM, 1), answer("p1", "Ada", 1), log(ROOM, 2)]);
        expect(rows[1]).toBe(0);
        expect((await store.load(ROOM)).log.map(({ row }) => row)).toEqual([rows[0], rows[2]]);
      });

      it("number what is committed at the same time in the order in which it can be read", async () => {
        const seen: number[] = [];
        const commits = Array.from({ length: 30 }, async (_, index) => {
          const rows = await store.commit([log(ROOM, index), log(OTHER_ROOM, index)]);
          // Whatever was there before may not be joined later by a smaller number.
          const { log: stored } = await store.load(ROOM);
          seen.push(...stored.map(({ row }) => row));
          const before = stored.map(({ row }) => row);
          const [later] = await store.commit([log(ROOM, index)]);
          expect(later).toBeGreaterThan(Math.max(...before));
          return rows[0] ?? 0;
        });
        const rows = await Promise.all(commits);
        const all = (await store.load(ROOM)).log.map(({ row }) => row);
        expect(all.length).toBe(60);
        expect(new Set(all).size).toBe(60);
        expect(rows.every((row) => all.includes(row))).toBe(true);
        expect(seen.every((row) => all.includes(row))).toBe(true);
      });

      it("commit all or nothing", async () => {
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
    });

    describe("compaction", () => {
      it("removes exactly the rows it was given, and never uses a row's number again", async () => {
        const rows = await store.commit([log(ROOM, 1), log(ROOM, 2), log(ROOM, 3), log(OTHER_ROOM, 4)]);
        expect(await store.compact(ROOM, snapshot(9), rows.slice(0, 2))).toBe(true);
        await reopen();
        expect(await store.load(ROOM)).toEqual({
          snapshot: snapshot(9),
          log: [{ row: rows[2], update: new Uint8Array([3]) }],
        });
        expect(await store.compact(ROOM, snapshot(8), rows.slice(2, 3))).toBe(true);
        expect(await store.compact(OTHER_ROOM, snapshot(7), rows.slice(3))).toBe(true);
        await reopen();
        const [next] = await store.commit([log(ROOM, 5)]);
        expect(next).toBeGreaterThan(rows[3] ?? 0);
      });

      it("keeps the guard's facts with the snapshot, and their absence", async () => {
        const rows = await store.commit([log(ROOM, 1), log(ROOM, 2)]);
        await store.compact(ROOM, { state: new Uint8Array([9]), facts: new Uint8Array([5, 6]) }, rows.slice(0, 1));
        expect((await store.load(ROOM)).snapshot).toEqual({
          state: new Uint8Array([9]),
          facts: new Uint8Array([5, 6]),
        });
        await store.compact(ROOM, snapshot(8), rows.slice(1));
        expect((await store.load(ROOM)).snapshot).toEqual(snapshot(8));
      });

      it("changes nothing when somebody else was first", async () => {
        const rows = await store.commit([log(ROOM, 1), log(ROOM, 2)]);
        await store.compact(ROOM, snapshot(9), rows.slice(0, 1));
        expect(await store.compact(ROOM, snapshot(7), rows)).toBe(false);
        expect(await store.compact(OTHER_ROOM, snapshot(7), rows.slice(1))).toBe(false);
        const stored = await store.load(ROOM);
        expect(stored.snapshot).toEqual(snapshot(9));
        expect(stored.log.length).toBe(1);
        expect(await store.load(OTHER_ROOM)).toEqual({ snapshot: undefined, log: [] });
      });

      it("happens once when two begin it at the same time", async () => {
        const rows = await store.commit([log(ROOM, 1), log(ROOM, 2)]);
        const done = await Promise.all([1, 2, 3].map((byte) => store.compact(ROOM, snapshot(byte), rows)));
        expect(done.filter((isDone) => isDone).length).toBe(1);
        expect((await store.load(ROOM)).snapshot).toEqual(snapshot(1 + done.indexOf(true)));
      });

      it("never hides anything from who loads meanwhile", async () => {
        let isOver = false;
        const reading = (async () => {
          const counts: number[] = [];
          while (!isOver) counts.push(countIn(await store.load(ROOM)));
          return counts;
        })();
        let total = 0;
        for (let round = 0; round < 40; round += 1) {
          const rows = await store.commit([log(ROOM, 1), log(ROOM, 1)]);
          total += rows.length;
          await store.compact(ROOM, { state: Uint8Array.of(total), facts: undefined }, rows);
        }
        isOver = true;
        expect(isAscending(await reading, true)).toBe(true);
        expect(countIn(await store.load(ROOM))).toBe(80);
      });
    });

    describe("answers", () => {
      it("of the same topic, person and item replace each other when they are later", async () => {
        await store.commit([answer("p1", "Ada", 1), answer("p2", "Ben", 2)]);
        await store.commit([answer("p1", "Ada L.", 2), answer("p2", "late", 1)]);
        await reopen();
        expect(await store.answers(WORKSHOP)).toEqual([answer("p1", "Ada L.", 2).row, answer("p2", "Ben", 2).row]);
        expect(await store.answers(OTHER_WORKSHOP)).toEqual([]);
      });

      it("of the same time: the larger value wins, in whatever order they come and within one commit", async () => {
        // In UTF-16, which devices compare by, an emoji is smaller than U+FB01; in UTF-8 it is larger.
        const pairs = [
          ["a", "b"],
          ["😀", "\uFB01"],
          ["a", "ab"],
        ] as const;
        for (const [index, [smaller, larger]] of pairs.entries()) {
          expect(JSON.stringify(smaller) < JSON.stringify(larger)).toBe(true);
          await store.commit([answer(`up${index}`, smaller, 1)]);
          await store.commit([answer(`up${index}`, larger, 1)]);
          await store.commit([answer(`down${index}`, larger, 1)]);
          await store.commit([answer(`down${index}`, smaller, 1)]);
          await store.commit([answer(`once${index}`, larger, 1), answer(`once${index}`, smaller, 1)]);
        }
        const valueByPerson = new Map((await store.answers(WORKSHOP)).map(({ person, value }) => [person, value]));
        for (const [index, [, larger]] of pairs.entries())
          for (const way of ["up", "down", "once"]) expect(valueByPerson.get(`${way}${index}`)).toBe(larger);
      });

      it("keep whatever JSON is in them", async () => {
        const value = { text: 'quote " slash \\ null \u0000 line\n', list: [null, 1.5, true], deep: { ä: "😀" } };
        const row = { topic: "rating", person: "p1", item: "i", value, time: 5, enteredBy: "p2" } as const;
        await store.commit([{ to: "answers", workshop: WORKSHOP, row }]);
        expect(await store.answers(WORKSHOP)).toEqual([row]);
      });

      it("come in ascending order of their keys, and are dropped for good", async () => {
        await store.commit(["b", "B", "a-1", "a_1", "a1"].map((person) => answer(person, "x", 1)));
        const people = (await store.answers(WORKSHOP)).map(({ person }) => person);
        expect(people).toEqual(["B", "a-1", "a1", "a_1", "b"]);
        await store.dropAnswers(WORKSHOP, ["name/B/today", "name/a1/today", "name/nobody/today"]);
        await store.dropAnswers(OTHER_WORKSHOP, ["name/b/today"]);
        await reopen();
        expect((await store.answers(WORKSHOP)).map(({ person }) => person)).toEqual(["a-1", "a_1", "b"]);
      });
    });

    describe("records", () => {
      const key = { kind: "claim", workshop: WORKSHOP, key: "" };

      it("change only from what was expected", async () => {
        expect(await store.swap(key, "a", "b")).toBe(false);
        expect(await store.swap(key, undefined, "a")).toBe(true);
        expect(await store.swap(key, undefined, "b")).toBe(false);
        expect(await store.swap(key, "b", "c")).toBe(false);
        expect(await store.swap(key, "b", undefined)).toBe(false);
        expect(await store.swap(key, "a", "é 😀")).toBe(true);
        await reopen();
        expect(await store.record(key)).toBe("é 😀");
        expect(await store.swap(key, undefined, undefined)).toBe(false);
        expect(await store.swap(key, "é 😀", undefined)).toBe(true);
        expect(await store.swap(key, undefined, undefined)).toBe(true);
        expect(await store.record(key)).toBeUndefined();
      });

      it("are given to one of many who want them at the same time", async () => {
        const won = await Promise.all([..."abcdefgh"].map((value) => store.swap(key, undefined, value)));
        expect(won.filter((isMine) => isMine).length).toBe(1);
        expect(await store.record(key)).toBe("abcdefgh"[won.indexOf(true)]);
        const counted = await Promise.all(Array.from({ length: 8 }, () => increase(store, { ...key, key: "n" })));
        expect(counted.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      });

      it("of one kind and workshop come in ascending order of their keys", async () => {
        for (const name of ["b", "B", "a_", "a", "ä"])
          await store.swap({ kind: "invite", workshop: WORKSHOP, key: name }, undefined, name);
        await store.swap({ kind: "invite", workshop: "", key: "elsewhere" }, undefined, "x");
        await store.swap({ kind: "seat", workshop: WORKSHOP, key: "another kind" }, undefined, "x");
        expect(await store.records("invite", WORKSHOP)).toEqual(
          ["B", "a", "a_", "b", "ä"].map((name) => ({ kind: "invite", workshop: WORKSHOP, key: name, value: name })),
        );
      });
    });

    describe("attachments", () => {
      it("stay as they were first kept, and are counted by workshop", async () => {
        await store.putAttachment(WORKSHOP, "hash1", ATTACHMENT);
        await store.putAttachment(WORKSHOP, "hash1", { type: "text/plain", bytes: new Uint8Array(10) });
        await store.putAttachment(WORKSHOP, "hash2", { type: "text/plain", bytes: new Uint8Array(0) });
        await store.putAttachment(OTHER_WORKSHOP, "hash1", { type: "text/plain", bytes: new Uint8Array(5) });
        await reopen();
        expect(await store.attachment(WORKSHOP, "hash1")).toEqual(ATTACHMENT);
        expect(await store.attachment(WORKSHOP, "hash2")).toEqual({ type: "text/plain", bytes: new Uint8Array(0) });
        expect(await store.attachmentBytes(WORKSHOP)).toBe(ATTACHMENT.bytes.length);
        expect(await store.attachmentBytes(OTHER_WORKSHOP)).toBe(5);
      });

      it("that were dropped are gone from their workshop, and only those", async () => {
        await store.putAttachment(WORKSHOP, "hash1", ATTACHMENT);
        await store.putAttachment(WORKSHOP, "hash2", ATTACHMENT);
        await store.putAttachment(OTHER_WORKSHOP, "hash1", ATTACHMENT);
        await store.dropAttachment(WORKSHOP, "hash1");
        await store.dropAttachment(WORKSHOP, "never there");
        await reopen();
        expect(await store.attachment(WORKSHOP, "hash1")).toBeUndefined();
        expect(await store.attachment(WORKSHOP, "hash2")).toEqual(ATTACHMENT);
        expect(await store.attachment(OTHER_WORKSHOP, "hash1")).toEqual(ATTACHMENT);
        expect(await store.attachmentBytes(WORKSHOP)).toBe(ATTACHMENT.bytes.length);
      });
    });

    describe("a store that is written anew", () => {
      it("holds what it held, goes on, and names the rooms of a workshop", async () => {
        await fill(store);
        const before = await everythingIn(store);
        await store.scrub();
        expect(await everythingIn(store)).toEqual(before);
        await store.commit([log(`${WORKSHOP}.plan`, 1), log(`${WORKSHOP}x.plan`, 2)]);
        const [first] = await store.load(`${WORKSHOP}.plan`).then((room) => room.log);
        await store.compact(
          `${WORKSHOP}.plan`,
          { state: new Uint8Array([1]), facts: undefined },
          first ? [first.row] : [],
        );
        await store.commit([log(`${WORKSHOP}.plan`, 3)]);
        const sizes = await store.roomSizes(WORKSHOP);
        expect([sizes.get(`${WORKSHOP}.plan`), sizes.get(ROOM)]).toEqual([2, 1050]);
        const rooms = [...sizes.keys()];
        expect(rooms).toContain(`${WORKSHOP}.plan`);
        expect(rooms.every((room) => room.startsWith(`${WORKSHOP}.`))).toBe(true);
        expect(rooms).toEqual([...new Set(rooms)].toSorted());
      });
    });

    describe("everything", () => {
      it("moves to another store, with the numbers of its rows, attachments last", async () => {
        await fill(store);
        const other = await bench.openOther();
        await other.takeOver(store.everything());
        const moved = await everythingIn(other);
        expect(moved).toEqual(await everythingIn(store));
        expect(moved.map(({ is }) => is).lastIndexOf("record")).toBeLessThan(
          moved.findIndex(({ is }) => is === "attachment"),
        );
        expect(await other.load(ROOM)).toEqual(await store.load(ROOM));
        const largest = Math.max(...moved.map((holding) => (holding.is === "update" ? holding.row : 0)));
        const [next] = await other.commit([log(ROOM, 1)]);
        expect(next).toBeGreaterThan(largest);
        await other.close();
      });

      it("is not taken by a store that holds something, nor half", async () => {
        await fill(store);
        const other = await bench.openOther();
        await expect(other.takeOver(interrupted(store.everything()))).rejects.toThrow("the way broke");
        expect(await everythingIn(other)).toEqual([]);
        await other.takeOver(store.everything());
        const before = await everythingIn(other);
        await expect(other.takeOver(store.everything())).rejects.toThrow("already holds something");
        expect(await everythingIn(other)).toEqual(before);
        await other.close();
      });

      it("is what it was at one moment, while others go on writing", async () => {
        await store.commit(Array.from({ length: 2_000 }, () => pair(0)).flat());
        let isOver = false;
        const writing = (async () => {
          for (let round = 1; !isOver; round += 1) {
            await store.commit(pair(round));
            await immediate();
          }
        })();
        const copies: Holding[][] = [];
        for (let copy = 0; copy < 3; copy += 1) copies.push(await everythingIn(store));
        isOver = true;
        await writing;
        for (const holdings of copies) {
          const rooms = holdings.flatMap((holding) => (holding.is === "update" ? [holding.room] : []));
          const inRoom = rooms.filter((room) => room === ROOM).length;
          // A commit holds one update of each room and one answer: a copy has all three or none.
          expect(inRoom).toBeGreaterThanOrEqual(2_000);
          expect(rooms.length).toBe(2 * inRoom);
          const told = holdings.flatMap((holding) => (holding.is === "answer" ? [holding.row.value] : []));
          expect(told).toEqual([inRoom - 2_000]);
        }
      });

      it("can be left in the middle", async () => {
        await fill(store);
        for await (const holding of store.everything()) if (holding.is === "update") break;
        await store.commit([log(ROOM, 1)]);
        expect((await everythingIn(store)).length).toBeGreaterThan(0);
      });
    });
  });
}

/** One update of each room and one answer that counts the commits. */
function pair(round: number): Write[] {
  return [log(ROOM, 1), log(OTHER_ROOM, 1), answer("counter", round, round)];
}

async function* interrupted(holdings: AsyncIterable<Holding>): AsyncGenerator<Holding> {
  for await (const holding of holdings) {
    if (holding.is === "attachment") throw new Error("the way broke");
    yield holding;
  }
}

/** Adds one to a number in a record, as often as somebody else was first; answers the number. */
async function increase(store: RoomStore, key: { kind: string; workshop: string; key: string }): Promise<number> {
  for (;;) {
    const old = await store.record(key);
    const next = Number(old ?? 0) + 1;
    if (await store.swap(key, old, `${next}`)) return next;
  }
}

/** How many updates there were, by a snapshot that counts what it contains. */
function countIn({ snapshot: compacted, log: stored }: Awaited<ReturnType<RoomStore["load"]>>): number {
  return (compacted?.state[0] ?? 0) + stored.length;
}

/** Short enough to be compared and told quickly. */
function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function isAscending(numbers: readonly number[], mayRepeat = false): boolean {
  return numbers.every((number, index) => {
    const former = numbers[index - 1] ?? -1;
    return mayRepeat ? number >= former : number > former;
  });
}
