/** Presenting a map to a room (SPEC W46). */
import { expect, type Page } from "@playwright/test";
import { card, invite, join, openExample, openLaptop, writeCard } from "../support/people.ts";
import { openRatedExample } from "../support/ratedExample.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const slides = (page: Page) => page.getByRole("dialog", { name: "Presenting Replacing a failed pump" });
const title = (page: Page) => slides(page).getByRole("heading", { level: 2 });

test("a map is presented phase by phase, with feelings and moments, as it is at the moment", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const { write } = await invite(page, "Anna");
  const { page: jo } = await openLaptop(browser, relay.url);
  await join(jo, write, "Jo");

  await card(page, "Old part numbers find nothing").focus();
  await page.keyboard.press("p");
  await expect(title(page)).toHaveText("Replacing a failed pump");
  await expect(slides(page).getByText("Distributors · as it is today")).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(title(page)).toHaveText("Find");
  await expect(title(page)).toBeFocused();
  // Letters of 4 % of the height of a 1.2 m screen are 5 cm high: read from across the room.
  const size = await title(page).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(size / 800).toBeGreaterThan(0.06);
  await expect(slides(page).getByText("3 / 6")).toBeVisible();
  const first = slides(page).getByRole("listitem").filter({ hasText: "Search the portal" });
  await expect(first).toContainText("Poor · 1 person");
  await expect(first).toContainText("we lose them here");
  await expect(first).toContainText("If the part can’t be found, they phone a competitor.");
  await expect(first).toContainText("“I type the old part number and it shows me nothing. So I phone.”");

  // What somebody writes meanwhile appears on the slide.
  await writeCard(jo, "Old part numbers find nothing", "The fax number is dead");
  await expect(first).toContainText("The fax number is dead");

  await page.keyboard.press("End");
  await expect(title(page)).toHaveText("Use");
  await expect(slides(page).getByRole("button", { name: "Next" })).toBeDisabled();
  await slides(page).getByRole("button", { name: "Back" }).click();
  await expect(title(page)).toHaveText("Receive");
  await page.keyboard.press("Home");
  await slides(page).getByRole("button", { name: "Order", exact: true }).click();
  await expect(title(page)).toHaveText("Order");
  await page.keyboard.press("Escape");
  await expect(slides(page)).toBeHidden();
  await expect(card(page, "Old part numbers find nothing")).toBeFocused();
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test("slides tell customers and colleagues apart, as the lane does, and nothing of a side of two (W34, W46, W85)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openRated(page, 3);
  await page.keyboard.press("p");
  await expect(slides(page).getByText("Colleagues")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  const first = slides(page).getByRole("listitem").filter({ hasText: "Pump fails at a site" });
  await expect(first).toContainText("Customers: Poor · 3 people");
  await expect(first).toContainText("Colleagues: Good · 3 people");

  const { page: few } = await openLaptop(browser, relay.url);
  await openRated(few, 2);
  await few.keyboard.press("p");
  await few.keyboard.press("ArrowRight");
  const ofOne = slides(few).getByRole("listitem").filter({ hasText: "Pump fails at a site" });
  await expect(ofOne).toContainText("Customers: Poor · 3 people");
  // Nor of everybody as one, from whom the customers could be taken.
  await expect(slides(few).getByText(/Colleagues|5 people/)).toHaveCount(0);
});

/** Rated everywhere by three customers, who feel poor, and by colleagues, who think it good. */
function openRated(page: Page, colleagues: number): Promise<void> {
  const felt = [
    ...[1, 2, 3].map((nth) => ({ role: "customer", nth, value: -0.5 }) as const),
    ...Array.from({ length: colleagues }, (_, index) => ({ role: "colleague", nth: index + 1, value: 0.5 }) as const),
  ];
  return openRatedExample(page, () => felt);
}

test("without the browser's full screen, with less motion, it begins at what is chosen and fits a phone", async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce" });
  await context.addInitScript(() => {
    Object.defineProperty(Document.prototype, "fullscreenEnabled", { get: () => undefined });
    Reflect.deleteProperty(Element.prototype, "requestFullscreen");
  });
  const page = await context.newPage();
  await page.goto(relay.url);
  await openExample(page);
  await page.locator("[data-touchpoint-id]").filter({ hasText: "Call the branch" }).click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Present" }).click();
  await expect(title(page)).toHaveText("Find");
  const wide = await page.locator(".present-body").evaluate((body) => body.scrollWidth - body.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  const motion = await page.locator(".present-slide").evaluate((slide) => getComputedStyle(slide).animationDuration);
  expect(motion).toBe("0s");
  await page.keyboard.press("ArrowLeft");
  await expect(title(page)).toHaveText("Need");
  await slides(page).getByRole("button", { name: "Stop presenting" }).click();
  await expect(slides(page)).toBeHidden();
  await context.close();
});
