/** Several tabs of one device, and of several versions; every function throws when something is lost. */
import assert from "node:assert/strict";
import type { Page } from "@playwright/test";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { ROOM } from "./browser.ts";
import { checkKept, openEar, withProfile } from "./fault.ts";

/** Several tabs write at once, and each shows everything; it is on disk once. */
export async function writeInTabs(url: string, tabs: number): Promise<void> {
  await withProfile(async (profile) => {
    const session = await profile.launch();
    const ears = Array.from({ length: tabs }, openEar);
    const pages: Page[] = [];
    for (const ear of ears) pages.push(await session.open(url, ear.hear));
    const [all, each] = [4_000, 4_000 / tabs];
    const kept = ears.map((ear) => ear.until((is) => is.disk === "kept" && is.waiting === all));
    const burst = ([from, count]: readonly [number, number]) => window.faults.burst(from, count, 5);
    await Promise.all(pages.map((page, tab) => page.evaluate(burst, [tab * each + 1, each] as const)));
    await Promise.all(kept);
    for (const page of pages)
      assert.equal((await page.evaluate(() => window.faults.numbers())).length, all, "a tab does not show everything");
    await session.close();
    await checkKept(profile, url, all, all, `${tabs} tabs`);
  });
}

/** A tab with a newer schema: the older one says so and stores no more, and has lost nothing. */
export async function openNewerSchema(url: string): Promise<void> {
  await withProfile(async (profile) => {
    const session = await profile.launch();
    const ear = openEar();
    const page = await session.open(url, ear.hear);
    await page.evaluate(() => window.faults.burst(1, 100, 10));
    await page.evaluate(() => window.faults.saved());
    const outdated = ear.until((is) => is.outdated);
    const newer = await session.context.newPage();
    await newer.goto(url);
    await newer.evaluate(openNewerDatabase);
    await outdated;
    const refused = ear.until((is) => is.disk === "failed" && is.trouble === "newer");
    void page.evaluate(() => window.faults.burst(101, 1, 1)).catch(() => {});
    await refused;
    await session.close();
    await checkKept(profile, url, 100, 100, "a newer schema");
  });
}

/**
 * A tab with an older program holds the store while this one has to bring it to its own form: it works in memory, says
 * why after a moment, and reads and stores everything when that tab is closed. @returns how long until it was said (ms)
 */
export async function waitForOlderTab(url: string): Promise<number> {
  return withProfile(async (profile) => {
    const session = await profile.launch();
    const older = await session.context.newPage();
    await older.goto(url);
    await older.evaluate(holdFirstDatabase, [ROOM, [...packUpdates([notes(1, 100)])]] as const);
    const ear = openEar();
    const blocked = ear.until((is) => is.disk === "failed" && is.trouble === "blocked");
    const started = performance.now();
    const page = await session.open(url, ear.hear);
    await blocked;
    const saidAfter = performance.now() - started;
    await page.evaluate(() => window.faults.burst(101, 100, 10_000));
    const kept = ear.until((is) => is.disk === "kept" && is.waiting === 200);
    await older.close();
    await kept;
    assert.equal((await page.evaluate(() => window.faults.numbers())).length, 200, "not everything is shown");
    await session.close();
    await checkKept(profile, url, 200, 200, "a tab with an older program");
    return Math.round(saidAfter);
  });
}

/** Notes as a log row of the first program holds them. */
function notes(from: number, count: number): Uint8Array {
  const doc = new Y.Doc();
  const map = doc.getMap<string>("notes");
  for (let number = from; number < from + count; number += 1) map.set(`n${number}`, `What edit ${number} says`);
  return Y.encodeStateAsUpdate(doc);
}

function packUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const update of updates) encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** In the page: what the next Sameside's first request does. */
export async function openNewerDatabase(): Promise<void> {
  const opened = (request: IDBOpenDBRequest) =>
    new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const current = await opened(indexedDB.open("sameside"));
  const { version } = current;
  current.close();
  const request = indexedDB.open("sameside", version + 10);
  request.onupgradeneeded = () => request.result.createObjectStore("later");
  (await opened(request)).close();
}

/** In the page: a tab with the first Sameside, which has stored something and lets nobody else at it. */
export async function holdFirstDatabase([room, packed]: readonly [string, readonly number[]]): Promise<void> {
  const request = indexedDB.open("sameside", 10);
  request.onupgradeneeded = () => {
    const { result } = request;
    for (const [name, keyPath] of Object.entries({ rooms: "id", snapshots: "room", workshops: "id", meta: "key" }))
      result.createObjectStore(name, { keyPath });
    result.createObjectStore("views", { keyPath: "room" });
    result.createObjectStore("log", { keyPath: "seq", autoIncrement: true }).createIndex("room", "room");
    const answers = result.createObjectStore("answers", { keyPath: ["workshop", "key"] });
    answers.createIndex("[workshop+key]", ["workshop", "key"]);
    answers.createIndex("workshop", "workshop");
    const row = { room, updates: Uint8Array.from(packed), changes: 100, own: 1, acked: 0 };
    request.transaction?.objectStore("log").add(row);
  };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  Object.assign(window, { held: database });
}
