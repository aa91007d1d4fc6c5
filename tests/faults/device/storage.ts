/** What can happen to a device's storage under an open page; every function throws when something is lost. */
import assert from "node:assert/strict";
import { closeSync, openSync, statfsSync, truncateSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { mountSmallDisk, newProfile, type Session } from "./browser.ts";
import { checkKept, openEar, startBurst, withProfile } from "./fault.ts";

export interface DiskFullResult {
  /** From the last moment when all was shown as on this laptop to the red state (ms). */
  readonly redAfter: number;
  readonly trouble: string;
  readonly made: number;
}

/** Fills a small disk, makes so many edits, frees it. `undefined` where no disk can be mounted. @throws when an edit is lost. */
export async function fillDisk(url: string, edits: number): Promise<DiskFullResult | undefined> {
  const disk = mountSmallDisk(200);
  if (!disk) return undefined;
  const profile = newProfile(disk.folder);
  let session: Session | undefined;
  try {
    session = await profile.launch();
    const ear = openEar();
    let lastKept = performance.now();
    const page = await session.open(url, (told) => {
      if (told.disk === "kept") lastKept = performance.now();
      ear.hear(told);
    });
    await page.evaluate(() => window.faults.burst(1, 100, 10));
    await page.evaluate(() => window.faults.saved());
    const ballast = join(disk.folder, "ballast");
    const red = ear.until((is) => is.disk === "failed");
    fill(disk.folder, ballast);
    const all = 100 + edits;
    startBurst(page, 101, edits);
    const { trouble } = await red;
    const redAfter = Math.round(performance.now() - lastKept);
    truncateSync(ballast, 0);
    unlinkSync(ballast);
    const again = ear.until((is) => is.disk === "kept" && is.kept === all);
    await again;
    await session.close();
    session = undefined;
    await checkKept(profile, url, all, all, "a full disk");
    return { redAfter, trouble, made: all };
  } finally {
    await session?.kill();
    disk.remove();
  }
}

/** All but a little: the write that does not fit any more ends in its middle. */
function fill(folder: string, ballast: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const file = openSync(ballast, "w");
  try {
    writeSync(file, Buffer.alloc(Math.max(0, bavail * bsize - 100_000)));
  } finally {
    closeSync(file);
  }
}

/** The browser throws the stored things away while the page is open: they are written again from memory. */
export async function clearStorage(url: string): Promise<void> {
  await withProfile(async (profile) => {
    const session = await profile.launch();
    const ear = openEar();
    const page = await session.open(url, ear.hear);
    await page.evaluate(() => window.faults.burst(1, 100, 10));
    await page.evaluate(() => window.faults.saved());
    const rewritten = ear.until((is) => is.disk === "kept" && is.waiting > 100);
    const devtools = await session.context.newCDPSession(page);
    await devtools.send("Storage.clearDataForOrigin", { origin: url, storageTypes: "indexeddb" });
    await rewritten;
    await page.evaluate(() => window.faults.burst(101, 100, 10));
    await page.evaluate(() => window.faults.saved());
    await session.close();
    await checkKept(profile, url, 200, 200, "storage that was cleared");
  });
}

/** Every connection to the store is closed under the page, time after time, in a burst. @returns how often */
export async function closeConnections(url: string): Promise<number> {
  return withProfile(async (profile) => {
    const session = await profile.launch();
    await session.context.addInitScript(rememberConnections);
    const ear = openEar();
    const page = await session.open(url, ear.hear);
    const [times, each] = [4, 250];
    for (let time = 0; time < times; time += 1) {
      const kept = ear.until((is) => is.disk === "kept" && is.kept === (time + 1) * each);
      startBurst(page, time * each + 1, each);
      await page.evaluate(() => window.closeConnections?.());
      await kept;
    }
    await session.kill();
    await checkKept(profile, url, times * each, times * each, "closed connections");
    return times;
  });
}

/** The device's clock is set back a day between edits, and for a second tab it is not. */
export async function setClockBack(url: string): Promise<void> {
  await withProfile(async (profile) => {
    const session = await profile.launch();
    const [one, two] = [openEar(), openEar()];
    const page = await session.open(url, one.hear);
    await page.evaluate(() => window.faults.burst(1, 600, 10));
    await page.evaluate(() => window.faults.saved());
    await page.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() - 24 * 60 * 60 * 1000;
    });
    const other = await session.open(url, two.hear);
    const both = [one, two].map((ear) => ear.until((is) => is.disk === "kept" && is.waiting === 1_800));
    await Promise.all([
      page.evaluate(() => window.faults.burst(601, 600, 10)),
      other.evaluate(() => window.faults.burst(1_201, 600, 10)),
    ]);
    await Promise.all(both);
    await session.close();
    await checkKept(profile, url, 1_800, 1_800, "a clock that was set back");
  });
}

/** What the previous snapshot holds, what the last one has beside it, and what was logged behind both. */
const [BEFORE, FOLDED, LOGGED] = [150, 150, 40];

/**
 * The last snapshot, or the row of folded edits that wait beside it, is overwritten with noise: what the one before and
 * the log hold is there, all of it, and it is said. @returns how many edits are shown
 */
export async function damageFolded(url: string, piece: "snapshot" | "folded row"): Promise<number> {
  return withProfile(async (profile) => {
    const session = await profile.launch();
    const page = await session.open(url);
    // What one tab writes behind a piece that is lost builds on it, and shows when the piece comes back.
    const other = await session.open(url);
    // Fewer than would be folded by themselves, so that there are two folds, and nothing is folded behind them.
    for (const from of [1, BEFORE + 1]) {
      await write(page, from, from === 1 ? BEFORE : FOLDED);
      // What no relay has confirmed stays out of the snapshot, in a row beside it.
      if (piece === "snapshot") await page.evaluate(confirmRows);
      await page.evaluate(() => window.faults.folded());
    }
    await write(other, BEFORE + FOLDED + 1, LOGGED);
    await Promise.all([page.close(), other.close()]);
    const elsewhere = await session.context.newPage();
    await elsewhere.goto(url);
    const table = piece === "snapshot" ? "snapshots" : "log";
    await elsewhere.evaluate(damagePiece, table);
    await elsewhere.close();
    const again = await session.open(url);
    const told = await again.evaluate(() => window.faults.told());
    const found = await again.evaluate(() => window.faults.numbers());
    await session.close();
    assert.equal(told.damaged, 1, "a damaged piece was not told");
    const expected = numbers(1, BEFORE).concat(numbers(BEFORE + FOLDED + 1, LOGGED));
    assert.deepEqual(
      found.toSorted((one, other) => one - other),
      expected,
      `beside a damaged ${piece} something of the one before, or of the log, is missing`,
    );
    return found.length;
  });
}

async function write(page: Page, from: number, count: number): Promise<void> {
  await page.evaluate(([first, many]) => window.faults.burst(first, many, 10), [from, count] as const);
  await page.evaluate(() => window.faults.saved());
}

function numbers(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

/** In the page: as if a relay had stored all of it. */
async function confirmRows(): Promise<void> {
  const request = indexedDB.open("sameside");
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction("log", "readwrite");
  const log = transaction.objectStore("log");
  const all = log.getAll();
  all.onsuccess = () => {
    for (const row of all.result) log.put({ ...row, acked: 1 });
  };
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
  });
  database.close();
}

/** In a page that has no room open: half of the last snapshot, or of the largest row of the log, becomes noise. */
async function damagePiece(table: string): Promise<void> {
  const request = indexedDB.open("sameside");
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction(table, "readwrite");
  const store = transaction.objectStore(table);
  const all = store.getAll();
  all.onsuccess = () => {
    const field = table === "snapshots" ? "state" : "updates";
    const rows: Record<string, Uint8Array>[] = all.result.filter(({ room }) => !String(room).includes("/"));
    const [row] = rows.toSorted((one, other) => (other[field]?.length ?? 0) - (one[field]?.length ?? 0));
    const bytes = row?.[field];
    if (bytes) store.put({ ...row, [field]: bytes.slice().fill(0xff, Math.floor(bytes.length / 2)) });
  };
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
  });
  database.close();
}

/** In every page, before its own scripts. */
function rememberConnections(): void {
  const connections = new Set<IDBDatabase>();
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...asked) {
    connections.add(this);
    return begin.apply(this, asked);
  };
  Object.assign(window, {
    closeConnections: () => {
      for (const connection of connections) connection.close();
    },
  });
}
