/** What can happen to a device's storage under an open page; every function throws when something is lost. */
import assert from "node:assert/strict";
import { closeSync, openSync, statfsSync, truncateSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { mountSmallDisk, newProfile, type Session } from "./browser.ts";
import { checkKept, openEar, startBurst, withProfile } from "./fault.ts";

export interface DiskFullResult {
  /** From the first edit that did not fit to the red state (ms). */
  readonly redAfter: number;
  readonly trouble: string;
  readonly made: number;
}

/** Fills a small disk, edits, frees it. `undefined` where no disk can be mounted. @throws when an edit is lost. */
export async function fillDisk(url: string): Promise<DiskFullResult | undefined> {
  const disk = mountSmallDisk(200);
  if (!disk) return undefined;
  const profile = newProfile(disk.folder);
  let session: Session | undefined;
  try {
    session = await profile.launch();
    const ear = openEar();
    const page = await session.open(url, ear.hear);
    await page.evaluate(() => window.faults.burst(1, 100, 10));
    await page.evaluate(() => window.faults.saved());
    const ballast = join(disk.folder, "ballast");
    const red = ear.until((is) => is.disk === "failed");
    fill(disk.folder, ballast);
    const started = performance.now();
    startBurst(page, 101, 20_000);
    const { trouble } = await red;
    const redAfter = Math.round(performance.now() - started);
    truncateSync(ballast, 0);
    unlinkSync(ballast);
    const again = ear.until((is) => is.disk === "kept" && is.kept === 20_100);
    await again;
    await session.close();
    session = undefined;
    await checkKept(profile, url, 20_100, 20_100, "a full disk");
    return { redAfter, trouble, made: 20_100 };
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

/** A row and a snapshot are overwritten with noise: all else is shown, and it is said. */
export async function damageRows(url: string): Promise<number> {
  return withProfile(async (profile) => {
    const session = await profile.launch();
    const page = await session.open(url);
    for (let part = 0; part < 12; part += 1) {
      // Twice, so that the snapshot before is there, too. A fold that is under way would put what it has read in the place
      // of what is damaged here; and so few edits as come after the last begin no other one.
      if (part === 6 || part === 11) await page.evaluate(() => window.faults.folded());
      await page.evaluate(([from, count]) => window.faults.burst(from, count, 10), [
        part * 100 + 1,
        part === 11 ? 40 : 100,
      ] as const);
      await page.evaluate(() => window.faults.saved());
    }
    await page.evaluate(damageSnapshot);
    await page.close();
    const ear = openEar();
    const again = await session.open(url, ear.hear);
    const told = await again.evaluate(() => window.faults.told());
    const found = await again.evaluate(() => window.faults.numbers().length);
    await session.close();
    assert.equal(told.damaged, 1, "a damaged piece was not told");
    assert.ok(found >= 500, `only ${found} of 1140 edits can be read with one damaged piece`);
    return found;
  });
}

/** In the page: half of the newest snapshot becomes noise. */
async function damageSnapshot(): Promise<void> {
  const request = indexedDB.open("sameside");
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction("log", "readwrite");
  const store = transaction.objectStore("log");
  const all = store.getAll();
  all.onsuccess = () => {
    const [row] = all.result.toSorted((one, other) => other.updates.length - one.updates.length);
    store.put({ ...row, updates: row.updates.slice().fill(0xff, Math.floor(row.updates.length / 2)) });
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
