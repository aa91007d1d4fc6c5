/** Several tabs of one device on one board (SPEC S8, S9): one person, one seat, one connection. */
import { readdirSync, rmSync } from "node:fs";
import { join as joinPath } from "node:path";
import { expect } from "@playwright/test";
import { card, expectState, heldSeat, invite, join, openExample, openLaptop, writeCard } from "../support/people.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelayProcess();
});
test.afterEach(async () => {
  await relay.remove();
});

const PAIN = "Old part numbers find nothing";

/** Each of them has a board and its plan open. */
const ROOMS = 2;

/** Connections that the relay holds, for one room. */
async function connections(): Promise<number> {
  const metrics = await (await fetch(`${relay.url}/metrics`)).text();
  return Number(/^sameside_connections (\d+)$/m.exec(metrics)?.[1]) / ROOMS;
}

for (const [where, tabs] of [
  ["localhost", 2],
  ["a plain http address in the network", 5],
] as const) {
  test(`${tabs} tabs show each other’s edits over one connection, and those that stay go on, at ${where}`, async ({
    browser,
  }) => {
    const origin = where === "localhost" ? relay.url : relay.lanUrl;
    const anna = await openLaptop(browser, origin);
    await openExample(anna.page);
    const links = await invite(anna.page, "Anna");
    await expectState(anna.page, "saved for the table");
    const others = await Promise.all(Array.from({ length: tabs - 1 }, () => anna.context.newPage()));
    for (const page of others) await page.goto(anna.page.url());
    const [second] = others;
    if (!second) throw new Error("there is one tab only");
    for (const page of others) await expectState(page, "saved for the table");
    const bert = await openLaptop(browser, "about:blank");
    await join(bert.page, links.write.replace(/^http:\/\/[^/]+/, origin), "Bert");
    await expectState(bert.page, "saved for the table");
    await expect.poll(connections).toBe(2);
    for (const page of [anna.page, ...others, bert.page])
      await expect(page.getByRole("list", { name: "2 people here" })).toBeVisible();

    // All of them write before any has looked at what the others wrote.
    const texts = [...[anna.page, ...others].map((_, index) => `From tab ${index + 1}`), "From Bert"];
    for (const [index, page] of [anna.page, ...others, bert.page].entries())
      await writeCard(page, PAIN, texts[index] ?? "");
    for (const page of [anna.page, ...others, bert.page])
      for (const text of texts) await expect(card(page, text)).toBeVisible();
    for (const page of [anna.page, ...others]) await expectState(page, "saved for the table");
    await expect.poll(connections).toBe(2);
    expect((await heldSeat(second)).person).toBe((await heldSeat(anna.page)).person);

    // The first one came first, so it holds the connection.
    await anna.page.close();
    await writeCard(second, PAIN, "After the first tab was closed");
    await expect(card(bert.page, "After the first tab was closed")).toBeVisible();
    await expectState(second, "saved for the table");
    await expect(bert.page.getByRole("list", { name: "2 people here" })).toBeVisible();
    await expect.poll(connections).toBe(2);
    await writeCard(bert.page, PAIN, "Bert goes on");
    for (const page of others)
      for (const text of [...texts, "After the first tab was closed", "Bert goes on"])
        await expect(card(page, text)).toBeVisible();
  });
}

test("a relay that has lost everything is brought to it anew once, by the tab that holds the connection", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, relay.lanUrl);
  await openExample(anna.page);
  await invite(anna.page, "Anna");
  await expectState(anna.page, "saved for the table");
  const second = await anna.context.newPage();
  await second.goto(anna.page.url());
  await expectState(second, "saved for the table");
  const before = await heldSeat(second);
  const asked: string[] = [];
  anna.context.on("request", (request) => {
    if (request.method() !== "GET") asked.push(new URL(request.url()).pathname);
  });

  await relay.kill();
  for (const name of readdirSync(relay.dataDir)) rmSync(joinPath(relay.dataDir, name), { recursive: true });
  await relay.start();
  await writeCard(second, PAIN, "Written while nobody knew us");
  for (const page of [anna.page, second]) await expectState(page, "saved for the table");
  await expect(card(anna.page, "Written while nobody knew us")).toBeVisible();
  const { token, person } = await heldSeat(second);
  expect(person).toBe(before.person);
  expect(token).not.toBe(before.token);
  await expect.poll(connections).toBe(1);
  expect(asked.filter((path) => path === "/api/workshops")).toHaveLength(1);
});
