/** Comments: threads, mentions, resolving, on cards, touchpoints and all else of a map (SPEC W26–W28, W99). */
import { type Browser, expect, type Page } from "@playwright/test";
import { DARK_ON_PHONE, expectNothingSerious, inEachLook, ON_LAPTOP } from "../support/axe.ts";
import {
  allCards,
  card,
  heldSeat,
  invite,
  join,
  more,
  openExample,
  openLaptop,
  savedBoard,
} from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";

async function twoAtTheTable(browser: Browser): Promise<{ anna: Page; jo: Page }> {
  const { page: anna } = await openLaptop(browser, relay.url);
  await openExample(anna);
  const { write } = await invite(anna, "Anna");
  const { page: jo } = await openLaptop(browser, relay.url);
  await join(jo, write, "Jo");
  return { anna, jo };
}

const threadsOn = async (page: Page) =>
  allCards(await savedBoard(page)).find(({ text }) => text === PAIN)?.threads ?? [];

const inspector = (page: Page) => page.getByRole("complementary");

test("somebody is named in a comment, sees it, replies, and the thread is resolved and opened again", async ({
  browser,
}) => {
  const { anna, jo } = await twoAtTheTable(browser);
  await card(anna, PAIN).click();
  const field = inspector(anna).getByLabel("Say something about it");
  await field.fill("Was it so, @J");
  await inspector(anna).getByRole("button", { name: "@Jo" }).click();
  await expect(field).toHaveValue("Was it so, @Jo ");
  await field.press("Control+Enter");
  await expect(inspector(anna).getByRole("region", { name: "1 comment" })).toContainText("Was it so, @Jo");
  await expect(field).toHaveValue("");

  // On the card, for everybody; the document holds an id and no name.
  await expect(card(jo, PAIN).getByRole("img", { name: "1 comment" })).toBeVisible();
  const { person } = await heldSeat(jo);
  expect((await threadsOn(anna))[0]?.comments[0]?.text).toBe(`Was it so, @{${person}}`);

  await card(jo, PAIN).click();
  await expect(inspector(jo).locator(".board-mention[data-me]")).toHaveText("@Jo");
  await inspector(jo).getByRole("button", { name: "Reply to Anna" }).click();
  await inspector(jo).getByLabel("Your reply").fill("Every week");
  await jo.keyboard.press("Control+Enter");
  const thread = inspector(anna).getByRole("region", { name: "2 comments" });
  await expect(thread).toContainText("Every week");

  await thread.getByRole("button", { name: "Resolve what you began" }).click();
  await expect(card(jo, PAIN).getByRole("img", { name: /comment/ })).toBeHidden();
  await inspector(jo).getByText("1 resolved").click();
  await expect(inspector(jo).getByText(/^Resolved by Anna, /)).toBeVisible();
  await inspector(jo).getByRole("button", { name: "Open it again" }).click();
  await expect(card(anna, PAIN).getByRole("img", { name: "2 comments" })).toBeVisible();
  expect((await threadsOn(anna)).map(({ comments }) => comments.length)).toEqual([2]);
});

test("a comment is its author's: changed and taken away by them, and undone", async ({ browser }) => {
  const { anna, jo } = await twoAtTheTable(browser);
  await jo.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" }).click();
  await inspector(jo).getByLabel("Say something about it").fill("Nobody uses it");
  await inspector(jo).getByRole("button", { name: "Say it" }).click();
  const touchpoint = anna.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" });
  await expect(touchpoint.getByRole("img", { name: "1 comment" })).toBeVisible();

  await touchpoint.click();
  await expect(inspector(anna).getByText("Nobody uses it")).toBeVisible();
  await expect(inspector(anna).getByRole("button", { name: "Change my words" })).toHaveCount(0);
  await inspector(jo).getByRole("button", { name: "Change my words" }).click();
  await inspector(jo).getByLabel("Your words").fill("Hardly anybody uses it");
  await inspector(jo).getByRole("button", { name: "Keep it" }).click();
  await expect(inspector(anna).getByText("Hardly anybody uses it")).toBeVisible();
  await inspector(jo).getByRole("button", { name: "Take it away" }).click();
  await expect(inspector(anna).getByText("Hardly anybody uses it")).toBeHidden();
  await jo.keyboard.press("Control+z");
  await expect(inspector(anna).getByText("Hardly anybody uses it")).toBeVisible();
});

test("what was begun is there again after a reload, and the comments hold nothing serious for axe", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await card(page, PAIN).click();
  const field = inspector(page).getByLabel("Say something about it");
  await field.fill("First");
  await field.press("Control+Enter");
  await field.fill("Begun and not");
  await page.reload();
  await card(page, PAIN).click();
  await expect(field).toHaveValue("Begun and not");
  const first = inspector(page).getByText("First", { exact: true });
  await inEachLook(page, [ON_LAPTOP, DARK_ON_PHONE], async () => {
    await expect(first).toBeVisible();
    await expectNothingSerious(page);
  });
});

test("a phase, a lane and the map as a whole are talked about, from the canvas and from the table (W99)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const field = inspector(page).getByLabel("Say something about it");
  const phase = page.getByRole("button", { name: "Phase: Need", exact: true });
  await phase.click();
  await field.fill("Does it begin here?");
  await field.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 2 }).getByRole("img", { name: "1 comment" })).toBeVisible();
  await expect(phase).toHaveAccessibleDescription("1 comment");

  await page.getByRole("link", { name: "Table" }).click();
  await expect(phase).toHaveAccessibleDescription("1 comment");
  const lane = page.locator("[data-lane-id]").filter({ hasText: "Pain points" });
  await lane.click();
  await field.fill("Whose lane is it?");
  await field.press("Control+Enter");
  await expect(lane).toHaveAccessibleDescription("1 comment");
  await page.keyboard.press("Escape");

  await more(page, "About this map…");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Say something about it").fill("Whom is it told of?");
  await dialog.getByRole("button", { name: "Say it" }).click();
  await expect(dialog.getByRole("region", { name: "1 comment" })).toContainText("Whom is it told of?");
  await page.keyboard.press("Escape");
  const [journey] = (await savedBoard(page)).journeys;
  const said = [journey?.phases[0], journey?.lanes.find(({ kind }) => kind === "pain"), journey];
  expect(said.map((thing) => thing?.threads[0]?.comments[0]?.text)).toEqual([
    "Does it begin here?",
    "Whose lane is it?",
    "Whom is it told of?",
  ]);

  // The search leads to each; of the whole map it opens what holds it.
  await page.keyboard.press("Control+f");
  await page.getByRole("searchbox", { name: "Find" }).fill("told of");
  await inspector(page).getByRole("listitem").first().getByRole("button").click();
  await dialog.getByRole("button", { name: "Resolve what you began" }).click();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "1 comment on the whole map" })).toBeHidden();
});
