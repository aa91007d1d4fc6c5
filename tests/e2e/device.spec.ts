/**
 * What can happen to a device, a little of each (SPEC S1, S4, S8, S11, S13, S14, S16); `pnpm test:faults device` does it
 * often, and what redStates.spec.ts shows in the app.
 */
import { join } from "node:path";
import { expect } from "@playwright/test";
import { closeTabInBurst, killInBurst, leaveInBurst } from "../faults/device/bursts.ts";
import { clearStorage, closeConnections, damageFolded, fillDisk, setClockBack } from "../faults/device/storage.ts";
import { writeInTabs } from "../faults/device/tabs.ts";
import { test } from "../support/test.ts";
import { serveTestPage, type TestPage } from "../support/testPage.ts";

// One worker for all of them: the page is built once.
test.describe.configure({ mode: "default" });

let served: TestPage;
test.beforeAll(async () => {
  served = await serveTestPage(join(import.meta.dirname, "../faults/device/page.ts"));
});
test.afterAll(() => served.close());

test("a browser that is killed in a burst has kept every edit that was shown as on this laptop (S1)", async () => {
  const results = await killInBurst(served.url, 2, () => {});
  for (const { kept, found } of results) expect(found).toBeGreaterThanOrEqual(kept);
});

test("so has a tab that is closed in a burst, and one that is left for another page (S1, S14)", async () => {
  const { kept, found } = await closeTabInBurst(served.url);
  expect(found).toBeGreaterThanOrEqual(kept);
  expect((await leaveInBurst(served.url)).found).toBe(300);
});

test("connections that are closed under the page are opened again, and nothing is lost (S4)", async () => {
  expect(await closeConnections(served.url)).toBeGreaterThan(0);
});

test("what the browser throws away under an open page is stored again (S13)", async () => {
  await clearStorage(served.url);
});

for (const piece of ["snapshot", "folded row"] as const) {
  test(`a damaged ${piece} is said, and hides nothing of the one before and of the log (S11)`, async () => {
    expect(await damageFolded(served.url, piece)).toBe(190);
  });
}

test("a full disk is said, and what did not fit is stored when there is room again (S4, S16)", async () => {
  const result = await fillDisk(served.url, 2_000);
  if (!result) console.warn("SKIPPED: a small disk cannot be mounted here; run the tests as root on Linux");
  test.skip(!result, "a small disk cannot be mounted here");
});

test("a clock that is set back loses nothing and orders nothing anew (S8)", async () => {
  await setClockBack(served.url);
});

test("five tabs that write at once each have everything (S8)", async () => {
  await writeInTabs(served.url, 5);
});
