/** What every fault of a device begins and ends with: a burst of edits that is listened to, and a look at what is there. */
import assert from "node:assert/strict";
import type { Page } from "@playwright/test";
import { newProfile, type Profile } from "./browser.ts";
import type { Told } from "./page.ts";

/** Edits of one task: as fast as a large paste or an import of many files. */
const SLICE = 5;
const ENDLESS = 1_000_000;

/** Told by the page; `until` resolves with the first that fits, of those that come from now on. */
export interface Ear {
  readonly hear: (told: Told) => void;
  last(): Told | undefined;
  until(fits: (told: Told) => boolean): Promise<Told>;
}

export function openEar(): Ear {
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

/** Begins a burst that is not waited for. */
export function startBurst(page: Page, from: number, count = ENDLESS): void {
  // Ends with the page.
  page
    .evaluate(([first, many, slice]) => window.faults.burst(first, many, slice), [from, count, SLICE] as const)
    .catch(() => {});
}

/** Opens the profile anew. @throws when one of the edits up to `kept` that this burst made is not there. */
export async function checkKept(
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

/** With a profile of its own, which is removed afterwards. */
export async function withProfile<T>(use: (profile: Profile) => Promise<T>): Promise<T> {
  const profile = newProfile();
  try {
    return await use(profile);
  } finally {
    profile.remove();
  }
}

function firstGaps(found: ReadonlySet<number>, kept: number): number[] {
  const lost: number[] = [];
  for (let number = 1; number <= kept && lost.length < 10; number += 1) if (!found.has(number)) lost.push(number);
  return lost;
}
