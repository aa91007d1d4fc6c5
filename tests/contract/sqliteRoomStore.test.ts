import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as immediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openSqliteStore, type RoomStore } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { openRandom } from "../support/random.ts";
import { answer, everythingIn, log, ROOM, WORKSHOP } from "./contents.ts";
import { runRoomStoreContract } from "./roomStore.ts";

const FORMAT_1 = fileURLToPath(new URL("../fixtures/relay1/relay.sqlite", import.meta.url));

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sameside-store-"));
  file = join(folder, "relay.sqlite");
});
afterEach(() => rm(folder, { recursive: true }));

runRoomStoreContract("SQLite", async () => {
  const own = await mkdtemp(join(tmpdir(), "sameside-store-"));
  return {
    open: async () => openSqliteStore({ file: join(own, "relay.sqlite") }),
    openOther: async () => openSqliteStore({ file: join(own, "other.sqlite") }),
    openTiny: async () => openSqliteStore({ file: join(own, "tiny.sqlite"), maxBytes: 200_000 }),
    tidyUp: () => rm(own, { recursive: true }),
  };
});

it("a second relay on the same folder is told so", async () => {
  const store = openSqliteStore({ file });
  expect(() => openSqliteStore({ file })).toThrow("Is another relay using this folder?");
  await store.close();
  await openSqliteStore({ file }).close();
});

it("everything in a file of format 1 is there after it was opened, and numbers go on", async () => {
  await copyFile(FORMAT_1, file);
  await openSqliteStore({ file }).close();
  const store = openSqliteStore({ file });
  const { snapshot, log: stored } = await store.load(ROOM);
  expect(snapshot?.facts).toBeUndefined();
  expect(stored.map(({ row }) => row)).toEqual([3, 4]);
  const doc = new Y.Doc();
  for (const update of [snapshot?.state ?? new Uint8Array(), ...stored.map(({ update }) => update)])
    Y.applyUpdate(doc, update);
  expect(doc.getMap("cards").toJSON()).toEqual({
    card1: "waiting in the rain",
    card2: "the door is locked",
    card3: "a kind word",
    card4: "no receipt",
  });
  expect((await store.load(`${WORKSHOP}.board.table2`)).log.map(({ row }) => row)).toEqual([5]);
  expect((await store.answers(WORKSHOP)).map(({ person, value }) => [person, value])).toEqual([
    ["p1", "Ada"],
    ["p2", "Zoë"],
  ]);
  const oldTokens = await store.record({ kind: "oldTokens", workshop: WORKSHOP, key: "" });
  expect(JSON.parse(oldTokens ?? "null")).toEqual({
    write: "hash-of-the-writing-token",
    read: "hash-of-the-reading-token",
  });
  expect(await store.record({ kind: "oldTokens", workshop: "workshop-9876543210", key: "" })).toBeDefined();
  // The last number of the old file belonged to an update that was compacted.
  expect(await store.commit([log(ROOM, 1)])).toEqual([7]);
  await store.close();
});

it("a file of a newer version is left alone", async () => {
  await copyFile(FORMAT_1, file);
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(file);
  database.exec("PRAGMA user_version = 99");
  database.close();
  expect(() => openSqliteStore({ file })).toThrow("written by a newer version");
});

it("copies leave nothing behind, not even after a kill in the middle", async () => {
  await writeFile(`${file}.copy-1`, "half a copy");
  const store = openSqliteStore({ file });
  await store.commit([log(ROOM, 1)]);
  expect(await everythingIn(store)).toHaveLength(1);
  for await (const _ of store.everything()) break;
  await store.close();
  expect(await readdir(folder)).toEqual(["relay.sqlite"]);
});

it("a file small enough for one part is copied, too, while commits are in the way", async () => {
  const store = openSqliteStore({ file });
  await store.commit([log(ROOM, 1)]);
  let isOver = false;
  const writing = (async () => {
    while (!isOver) {
      await store.commit([log(ROOM, 1)]);
      await immediate();
    }
  })();
  for (let copy = 0; copy < 100; copy += 1) expect((await everythingIn(store)).length).toBeGreaterThan(0);
  isOver = true;
  await writing;
  await store.close();
});

describe("writing it anew (SPEC N13, L22)", () => {
  /** Much in many rooms: rows of every size. */
  async function fillWithMuch(store: RoomStore): Promise<void> {
    for (let room = 0; room < 12; room += 1) {
      const state = new Uint8Array(300_000).fill(room);
      await store.compact(`${WORKSHOP}.board.t${room}`, { state, facts: undefined }, []);
    }
    await store.commit(Array.from({ length: 1_000 }, (_, index) => answer(`p${index}`, "x".repeat(index % 900), 1)));
  }

  it("lets others go on: what they store meanwhile is stored before it is done, and is there after it", async () => {
    const store = openSqliteStore({ file });
    await fillWithMuch(store);
    const happened: string[] = [];
    const scrubbing = store.scrub().then(() => happened.push("scrubbed"));
    for (let n = 0; !happened.includes("scrubbed"); n += 1) {
      const [row] = await store.commit([log(ROOM, n % 256), answer(`p${n}`, `later ${n}`, 2)]);
      await store.swap({ kind: "seat", workshop: WORKSHOP, key: `p${n}` }, undefined, "{}");
      if (n % 10 === 9) await store.compact(ROOM, { state: new Uint8Array([1]), facts: undefined }, [row ?? 0]);
      happened.push("stored");
      await immediate();
    }
    await scrubbing;
    // In one go it would be at most one.
    expect(happened.length).toBeGreaterThan(20);
    const stored = happened.filter((event) => event === "stored").length;
    const later = (await store.answers(WORKSHOP)).filter(({ time }) => time === 2);
    expect(later.length).toBe(stored);
    expect((await store.load(ROOM)).log.length).toBe(stored - Math.floor(stored / 10));
    expect((await store.records("seat", WORKSHOP)).length).toBe(stored);
    for (let room = 0; room < 12; room += 1)
      expect((await store.load(`${WORKSHOP}.board.t${room}`)).snapshot?.state.at(-1)).toBe(room);
    const before = await everythingIn(store);
    await store.close();
    const again = openSqliteStore({ file });
    expect(await everythingIn(again)).toEqual(before);
    await again.close();
  });

  it("leaves nothing of what was replaced or removed, wherever in the file it had lain", async () => {
    const random = openRandom(1);
    const store = openSqliteStore({ file });
    const wordsByPerson = new Map<string, string>();
    const replaced: string[] = [];
    const forget = (person: string) => {
      const words = wordsByPerson.get(person);
      if (words !== undefined) replaced.push(words);
      wordsByPerson.delete(person);
    };
    for (let time = 0; time < 100; time += 1) {
      const people = new Set(Array.from({ length: 20 }, () => `p${random.below(300)}`));
      const said = [...people].map((person) => {
        forget(person);
        wordsByPerson.set(person, `spoken-${time}-by-${person}-`);
        return answer(person, `spoken-${time}-by-${person}-${"z".repeat(random.below(900))}`, time);
      });
      await store.commit(said);
      const gone = Array.from({ length: 4 }, () => `p${random.below(300)}`);
      for (const person of gone) forget(person);
      await store.dropAnswers(
        WORKSHOP,
        gone.map((person) => `name/${person}/today`),
      );
    }
    await store.scrub();
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
    expect(replaced.filter((words) => files.some((bytes) => bytes.includes(words)))).toEqual([]);
    expect([...wordsByPerson.values()].every((words) => files.some((bytes) => bytes.includes(words)))).toBe(true);
    await store.close();
  });

  it("that was cut off by the end of the relay leaves everything in its place", async () => {
    const store = openSqliteStore({ file });
    await fillWithMuch(store);
    const before = await everythingIn(store);
    const scrubbing = store.scrub();
    await immediate();
    await Promise.all([expect(scrubbing).rejects.toThrow("closed"), store.close()]);
    const again = openSqliteStore({ file });
    expect(await everythingIn(again)).toEqual(before);
    await again.scrub();
    expect(await everythingIn(again)).toEqual(before);
    await again.close();
  });
});

it("what a former version removed is in no byte of the file after it was opened", async () => {
  const { DatabaseSync } = await import("node:sqlite");
  await openSqliteStore({ file }).close();
  const former = new DatabaseSync(file);
  former.exec("PRAGMA secure_delete = OFF");
  const words = `spoken-long-ago${"!".repeat(20_000)}`;
  former.prepare("INSERT INTO answers VALUES (?, ?, ?)").run(WORKSHOP, "name/p1/today", words);
  former.exec("DELETE FROM answers; PRAGMA user_version = 2; PRAGMA wal_checkpoint(TRUNCATE)");
  former.close();
  expect((await readFile(file)).includes("spoken-long-ago")).toBe(true);
  await openSqliteStore({ file }).close();
  expect((await readFile(file)).includes("spoken-long-ago")).toBe(false);
});
