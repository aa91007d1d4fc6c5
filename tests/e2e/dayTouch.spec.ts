/** Fingers on the pages of the day (SPEC P27): agenda, seats and topics, with real touch events of the browser. */
import { type Browser, type CDPSession, expect, type Page } from "@playwright/test";
import { fingerDrag } from "../support/fingerDrag.ts";
import { invite, join, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

async function openPhone(browser: Browser): Promise<{ page: Page; finger: CDPSession }> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, acceptDownloads: true },
  });
  const page = await context.newPage();
  return { page, finger: await context.newCDPSession(page) };
}

test("a finger moves a step of the agenda, and seats a person", async ({ browser }) => {
  const { page, finger } = await openPhone(browser);
  await page.goto(relay.url);
  await page.getByRole("button", { name: /Prepare a workshop/ }).tap();
  await page.getByRole("dialog").getByRole("button", { name: "Make the workshop" }).tap();
  await page.getByRole("button", { name: "Agenda", exact: true }).tap();
  const steps = page.getByRole("grid", { name: "Steps of the agenda" }).getByRole("row");
  const titles = () => steps.locator(".prepare-step-title").allTextContents();
  await expect(steps).not.toHaveCount(0);
  const [first = "", second = "", third = "", ...others] = await titles();
  const grip = (at: number) => steps.nth(at).getByRole("button", { name: /^Move|^Drag/ });
  await fingerDrag(finger, grip(0), steps.nth(2), "lower");
  await expect.poll(titles).toEqual([second, third, first, ...others]);
  await fingerDrag(finger, grip(2), steps.nth(0), "upper");
  await expect.poll(titles).toEqual([first, second, third, ...others]);

  // By clicks: a tap soon after a quick finger is taken by the browser for one that stops its fling.
  await page.getByRole("button", { name: "People", exact: true }).click();
  await page.getByRole("button", { name: "Paste a list…" }).click();
  await page.getByRole("dialog").getByLabel("Your list").fill("Ann,customer\nBert,colleague");
  await page.getByRole("dialog").getByRole("button", { name: "Put 2 people on the list" }).click();
  await page.getByRole("button", { name: "Who sits where", exact: true }).click();
  const table = (name: string) => page.getByRole("region", { name, exact: true });
  const move = (name: string) => page.getByRole("button", { name: `Move ${name}` });
  await fingerDrag(finger, move("Ann"), table("Table 1"), "lower");
  await expect(table("Table 1")).toContainText("Ann");
  await fingerDrag(finger, move("Ann"), table("Not seated yet"), "upper");
  await expect(table("Not seated yet")).toContainText("Ann");
});

test("a finger brings a topic to the top", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const { page, finger } = await openPhone(browser);
  await join(page, write, "Dora");
  await page.getByRole("button", { name: "More", exact: true }).tap();
  await page.getByRole("menuitem", { name: "What to talk about" }).tap();
  const panel = page.getByRole("complementary", { name: "What to talk about" });
  for (const text of ["Waiting", "Prices"]) {
    await panel.getByLabel("New topic").fill(text);
    await page.keyboard.press("Enter");
    await expect(panel.getByText(text, { exact: true })).toBeVisible();
  }
  const topics = panel.locator("[data-topic-id]");
  await fingerDrag(finger, topics.nth(1).locator(".listen-grip"), topics.first(), "upper");
  await expect.poll(() => topics.locator("p").first().textContent()).toBe("Prices");
  await panel
    .getByRole("button", { name: "Close what to talk about" })
    .or(panel.getByRole("button", { name: /^Close/ }))
    .first()
    .click();
  expect((await savedBoard(page)).topics).toMatchObject([{ text: "Prices" }, { text: "Waiting" }]);
});
