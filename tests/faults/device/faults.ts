/** What can happen to a device, one function for each; every one throws when something is lost. */
import assert from "node:assert/strict";
import { statfsSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { mountSmallDisk, newProfile, type Profile, type Session } from "./browser.ts";
import type { Told } from "./page.ts";

/** Edits of one task: as fast as a large paste or an import of many files. */
const SLICE = 5;
const ENDLESS = 1_000_000;

/** Told by the page; `until` resolves with the first that fits, of those that come from now on. */
interface Ear {
  readonly hear: (told: Told) => void;
  last(): Told | undefined;
  until(fits: (told: Told) => boolean): Promise<Told>;
}

function openEar(): Ear {
  let last: Told | undefined;
  let waiting: { fits: (told: Told) => boolean; resolve: (told: Told) => void }[] = [];
  return {
    hear(told) {
      last = told;
      for (const { fits, resolve } of waiting) if (fits(told)) resolve(told);
      waiting = waiting.filter(({ fits }) => !fits(told));
    },
    last: () => last,
    until: (fits) => new Promise((resolve) => waiting.push({ fits, resolve })),
  };
}

export interface BurstResult {
  /** The last edit shown as on this laptop, and the last that was made. */
  readonly kept: number;
  readonly made: number;
  /** How many of the made ones are there afterwards. */
  readonly found: number;
}

/** Kills the whole browser in a burst, `times` times on one profile. @throws when an edit is lost that was shown as kept. */
export async function killInBurst(url: string, times: number, told: (line: string) => void): Promise<BurstResult[]> {
  return withProfile(async (profile) => {
    const results: BurstResult[] = [];
    let found = 0;
    for (let time = 0; time < times; time += 1) {
      const from = found + 1;
      const ear = openEar();
      const session = await profile.launch();
      const page = await session.open(url, ear.hear);
      // Somewhere else in the burst each time: between the first batches, or after the log was folded.
      const enough = from + 50 + (time % 10) * 150;
      const reached = ear.until((is) => is.kept >= enough);
      startBurst(page, from);
      await reached;
      await session.kill();
      const { kept, made } = ear.last() ?? { kept: 0, made: 0 };
      const result = await checkKept(profile, url, kept, made, `kill ${time + 1}`);
      results.push(result);
      // What nobody saw as kept may be there or not; the next burst goes on behind what is.
      found = result.found;
      told(`kill ${time + 1}: ${kept} shown as kept, ${found} found`);
    }
    return results;
  });
}

/** Closes the tab in a burst. */
export async function closeTabInBurst(url: string): Promise<BurstResult> {
  return withProfile(async (profile) => {
    const session = await profile.launch();
    const ear = openEar();
    const page = await session.open(url, ear.hear);
    const reached = ear.until((is) => is.kept >= 500);
    startBurst(page, 1);
    await reached;
    await page.close({ runBeforeUnload: false });
    const { kept, made } = ear.last() ?? { kept: 0, made: 0 };
    await session.close();
    return checkKept(profile, url, kept, made, "a closed tab");
  });
}

/** A burst, then away at once to another page: what is shown as typing goes to disk with `pagehide`. */
export async function leaveInBurst(url: string): Promise<BurstResult> {
  return withProfile(async (profile) => {
    const session = await profile.launch();
    const page = await session.open(url);
    const made = 300;
    await page.evaluate((count) => {
      void window.faults.burst(1, count, count + 1);
      location.href = "about:blank";
    }, made);
    await page.waitForURL("about:blank");
    await session.close();
    const result = await checkKept(profile, url, made, made, "a page that was left");
    return result;
  });
}

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
    const { bavail, bsize } = statfsSync(disk.folder);
    const red = ear.until((is) => is.disk === "failed");
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 100_000)));
    const started = Date.now();
    startBurst(page, 101, 20_000);
    const { trouble } = await red;
    const redAfter = Date.now() - started;
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

/** A row and a snapshot are overwritten with noise: all else is shown, and it is said. */
export async function damageRows(url: string): Promise<number> {
  return withProfile(async (profile) => {
    const session = await profile.launch();
    const page = await session.open(url);
    for (let part = 0; part < 12; part += 1) {
      await page.evaluate((from) => window.faults.burst(from, 100, 10), part * 100 + 1);
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
    assert.ok(found >= 500, `only ${found} of 1200 edits can be read with one damaged piece`);
    return found;
  });
}

/** Two tabs write at once, and both show everything; it is on disk once. */
export async function writeInTwoTabs(url: string): Promise<void> {
  await withProfile(async (profile) => {
    const session = await profile.launch();
    const [one, two] = [openEar(), openEar()];
    const left = await session.open(url, one.hear);
    const right = await session.open(url, two.hear);
    const both = [one, two].map((ear) => ear.until((is) => is.disk === "kept" && is.waiting === 4_000));
    await Promise.all([
      left.evaluate(() => window.faults.burst(1, 2_000, 5)),
      right.evaluate(() => window.faults.burst(2_001, 2_000, 5)),
    ]);
    await Promise.all(both);
    for (const page of [left, right])
      assert.equal(
        (await page.evaluate(() => window.faults.numbers())).length,
        4_000,
        "a tab does not show everything",
      );
    await session.close();
    await checkKept(profile, url, 4_000, 4_000, "two tabs");
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
    const version = await newer.evaluate(openNewerDatabase);
    await outdated;
    assert.equal(version, 20);
    const refused = ear.until((is) => is.disk === "failed" && is.trouble === "newer");
    void page.evaluate(() => window.faults.burst(101, 1, 1)).catch(() => {});
    await refused;
    await session.close();
    await checkKept(profile, url, 100, 100, "a newer schema");
  });
}

function startBurst(page: Page, from: number, count = ENDLESS): void {
  // Ends with the page.
  page
    .evaluate(([first, many, slice]) => window.faults.burst(first, many, slice), [from, count, SLICE] as const)
    .catch(() => {});
}

/** Opens the profile anew. @throws when one of the edits up to `kept` that this burst made is not there. */
async function checkKept(
  profile: Profile,
  url: string,
  kept: number,
  made: number,
  after: string,
): Promise<BurstResult> {
  const session = await profile.launch();
  const page = await session.open(url);
  const found = new Set(await page.evaluate(() => window.faults.numbers()));
  await session.close();
  const lost = firstGaps(found, kept);
  assert.deepEqual(lost, [], `after ${after}: edits that were shown as on this laptop are lost`);
  return { kept, made, found: Math.max(0, ...found) };
}

function firstGaps(found: ReadonlySet<number>, kept: number): number[] {
  const lost: number[] = [];
  for (let number = 1; number <= kept && lost.length < 10; number += 1) if (!found.has(number)) lost.push(number);
  return lost;
}

async function withProfile<T>(use: (profile: Profile) => Promise<T>): Promise<T> {
  const profile = newProfile();
  try {
    return await use(profile);
  } finally {
    profile.remove();
  }
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

/** In the page: what the next Sameside's first request does. */
function openNewerDatabase(): Promise<number> {
  return new Promise((resolve) => {
    const request = indexedDB.open("sameside", 20);
    request.onupgradeneeded = () => request.result.createObjectStore("later");
    request.onsuccess = () => {
      resolve(request.result.version);
      request.result.close();
    };
  });
}
