/** The relay's laptop breaks in the middle of the work, and another one takes over with the backup (SPEC L13, W11). */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { run } from "@sameside/cli";
import { openTcpProxy } from "../faults/tcpProxy.ts";
import {
  allCards,
  card,
  expectState,
  invite,
  join as joinTable,
  openExample,
  openLaptop,
  savedBoard,
  writeCard,
} from "../support/people.ts";
import { startRelayProcess } from "../support/relayProcess.ts";
import { stepsOf } from "../support/steps.ts";
import { test } from "../support/test.ts";

const PAIN = "Old part numbers find nothing";

test("open tabs go on with a relay that was restored on another laptop, and what waited in them arrives once", async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "sameside-moved-"));
  const first = await startRelayProcess({ dataDir: join(folder, "first") });
  // The name by which people know the relay; which computer answers to it is the network's business.
  const name = await openTcpProxy([first.port]);
  const anna = await openLaptop(browser, name.url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await joinTable(bert.page, write.replace(/^http:\/\/[^/]+/, name.url), "Bert");
  await writeCard(bert.page, PAIN, "Before the backup");
  await expectState(bert.page, "saved for the table");

  const backup = join(folder, "today.backup");
  const terminal = { out: () => undefined, err: () => undefined };
  expect(await run(["backup", "--data", first.dataDir, "--out", backup], terminal)).toBe(0);
  await writeCard(anna.page, PAIN, "After the backup");
  await expectState(anna.page, "saved for the table");
  await first.kill();
  await expectState(bert.page, /waiting|no connection/);
  await writeCard(bert.page, PAIN, "Waiting at Bert’s");

  expect(await run(["restore", backup, "--data", join(folder, "second")], terminal)).toBe(0);
  const second = await startRelayProcess({ dataDir: join(folder, "second") });
  name.setTargets([second.port]);
  await expectState(anna.page, "saved for the table");
  await expectState(bert.page, "saved for the table");
  await expect(card(anna.page, "Waiting at Bert’s")).toBeVisible();
  const texts = allCards(await savedBoard(anna.page)).map(({ text }) => text);
  for (const text of ["Before the backup", "After the backup", "Waiting at Bert’s"])
    expect(texts.filter((it) => it === text)).toHaveLength(1);
  expect(await savedBoard(bert.page)).toEqual(await savedBoard(anna.page));

  await name.close();
  for (const relay of [first, second]) await relay.remove();
  rmSync(folder, { recursive: true });
});

test("open tabs enter a relay's other address once, in the middle of a step, and what waited in them arrives", async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "sameside-elsewhere-"));
  const terminal = { out: () => undefined, err: () => undefined };
  const first = await startRelayProcess({ dataDir: join(folder, "first") });
  const anna = await openLaptop(browser, first.url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await joinTable(bert.page, write.replace(/^http:\/\/[^/]+/, first.lanUrl), "Bert");
  const secondTab = await bert.context.newPage();
  await secondTab.goto(bert.page.url());
  await expectState(secondTab, "saved for the table");
  const stepsBefore = await stepsOf(first.url, anna.page);
  await stepsBefore.go("write");
  stepsBefore.end();

  const backup = join(folder, "today.backup");
  expect(await run(["backup", "--data", first.dataDir, "--out", backup], terminal)).toBe(0);
  await first.kill();
  await expectState(bert.page, /waiting|no connection/);
  await writeCard(bert.page, PAIN, "Waiting at Bert’s");
  await writeCard(anna.page, PAIN, "Waiting at Anna’s");
  expect(await run(["restore", backup, "--data", join(folder, "second")], terminal)).toBe(0);
  const second = await startRelayProcess({ dataDir: join(folder, "second") });
  expect(second.port).not.toBe(first.port);

  await enterAddress(anna.page, second.url);
  await expectState(anna.page, "saved for the table");
  await bert.page.getByRole("button", { name: "Moved?" }).click();
  const dialog = bert.page.getByRole("dialog");
  await dialog.getByLabel("New address").fill("127.0.0.1:9");
  await dialog.getByRole("button", { name: "Go there" }).click();
  await expect(dialog).toContainText("answers at http://127.0.0.1:9");
  await dialog.getByLabel("New address").fill(`table.test:${second.port}`);
  await dialog.getByRole("button", { name: "Go there" }).click();
  await expect(dialog).toBeHidden();
  for (const page of [bert.page, secondTab]) {
    await expectState(page, "saved for the table");
    await expect(card(page, "Waiting at Anna’s")).toBeVisible();
  }
  expect(await savedBoard(secondTab)).toEqual(await savedBoard(anna.page));
  const texts = allCards(await savedBoard(anna.page)).map(({ text }) => text);
  for (const text of ["Waiting at Bert’s", "Waiting at Anna’s"])
    expect(texts.filter((it) => it === text)).toHaveLength(1);

  // The step goes on from where it was.
  const steps = await stepsOf(second.url, anna.page, 1);
  await steps.go("read");
  await expectState(bert.page, "read only in this step");
  steps.end();

  for (const relay of [first, second]) await relay.remove();
  rmSync(folder, { recursive: true });
});

async function enterAddress(page: Page, address: string): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "The relay has moved…" }).click();
  await page.getByLabel("New address").fill(address);
  await page.getByRole("button", { name: "Go there" }).click();
}
