import { copyFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as immediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openSqliteStore } from "@sameside/relay";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { everythingIn, log, ROOM, WORKSHOP } from "./contents.ts";
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
