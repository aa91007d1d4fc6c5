/** The inspector: all that a touchpoint and a card hold, and words that stay their author's (SPEC W36–W39). */
import { type Browser, expect, type Page } from "@playwright/test";
import { expectNothingSerious, expectNothingSeriousIn, LIGHT_AND_DARK } from "../support/axe.ts";
import {
  allCards,
  card,
  expectState,
  invite,
  join,
  more,
  openExample,
  openLaptop,
  type PersonAtTable,
  savedBoard,
} from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

async function twoAtTheTable(browser: Browser): Promise<{ anna: PersonAtTable; jo: PersonAtTable }> {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const jo = await openLaptop(browser, relay.url);
  await join(jo.page, write, "Jo", "a customer");
  return { anna, jo };
}

const PORTAL = "Search the portal";
const inspector = (page: Page) => page.getByRole("complementary");
const touchpoint = (page: Page, title: string) => page.locator("[data-touchpoint-id]").filter({ hasText: title });

test("a touchpoint holds measures, evidence, a claim with an account, and how strongly it is felt (W36, W62)", async ({
  browser,
}) => {
  const { page: anna } = (await twoAtTheTable(browser)).anna;
  await touchpoint(anna, PORTAL).click();
  const panel = inspector(anna);
  const measure = panel.getByLabel("They would measure it by");
  await measure.fill("soon");
  await measure.press("Enter");
  await expect(panel.getByText("“soon”: how much? Say a number")).toBeVisible();
  await measure.fill("under 2 min, at most 1 search");
  await measure.press("Enter");
  await expect(panel.getByRole("list", { name: "Read as" })).toHaveText("< 2 min≤ 1 search");
  await panel.getByLabel("How long it takes them").fill("20 minutes");
  await panel.getByLabel("How long it takes them").press("Enter");
  await expect(panel.getByLabel("How long it takes them")).toHaveValue("20 min");

  await panel.getByRole("button", { name: "Add evidence" }).click();
  await panel.getByRole("radio", { name: "A link" }).check({ force: true });
  await panel.getByLabel("Address").fill("portal log");
  await panel.getByRole("button", { name: "Add it" }).click();
  await expect(panel.getByText("A link begins with http")).toBeVisible();
  await panel.getByRole("radio", { name: "A finding" }).check({ force: true });
  await panel.getByLabel("What it says").fill("41 % of searches end without a click");
  await panel.getByLabel("Where it comes from").fill("Portal log");
  await panel.getByRole("button", { name: "Add it" }).click();
  await expect(panel.getByRole("region", { name: "Evidence (1)" })).toContainText(
    "A finding · Portal log · researched",
  );

  await panel.getByRole("radiogroup", { name: "My feeling here" }).getByText("Poor").click();
  await panel.getByRole("radiogroup", { name: "How strongly?" }).getByText("very strongly").click();
  await expect(panel.getByRole("listitem").filter({ hasText: "(1 very strongly)" })).toBeVisible();

  await panel.getByRole("button", { name: "Add what we believe" }).click();
  await panel.getByLabel("What do we believe about it?").fill("The list is complete");
  await panel.getByLabel("What do we believe about it?").press("Control+Enter");
  await panel.getByRole("button", { name: "Tell what it was like" }).click();
  await panel.getByLabel("What was it like for you?").fill("Not for anything before 2015");
  await panel.getByLabel("What was it like for you?").press("Control+Enter");
  await panel.getByRole("button", { name: "Settle it" }).click();
  await panel.getByRole("radio", { name: "We change it" }).check({ force: true });
  await panel.getByLabel("In one sentence").fill("Old numbers go in by May");
  await panel.getByRole("button", { name: "Settle it" }).click();
  await expect(panel.getByRole("region", { name: "Claim and experience" })).toContainText("We change it (you)");

  await panel.getByRole("button", { name: /^Move it to something else: 41 %/ }).click();
  await anna.getByRole("menuitem", { name: "Call the branch" }).click();
  await expect(panel.getByRole("region", { name: "Evidence", exact: true })).toBeVisible();

  await panel.getByText("If it fails, if it is met").click();
  await panel.getByLabel("What follows for us, if it fails").fill("They order elsewhere");
  await expectNothingSeriousIn(anna, LIGHT_AND_DARK);

  await anna.getByRole("button", { name: "More", exact: true }).click();
  await anna.getByRole("menuitem", { name: "About this map" }).click();
  await anna.getByLabel("What they want in the end").fill("Running again today");
  await anna.getByRole("radio", { name: "being looked at" }).check({ force: true });
  await expectNothingSerious(anna);
  await anna.keyboard.press("Escape");

  const [journey] = (await savedBoard(anna)).journeys;
  expect(journey).toMatchObject({ goal: "Running again today", status: "in review" });
  const found = journey?.phases[1]?.touchpoints[0];
  expect(found).toMatchObject({
    duration: { value: 20, unit: "min" },
    moment: { metricsText: "under 2 min, at most 1 search", consequenceIfFailed: "They order elsewhere" },
    evidence: [],
    claims: [
      {
        claim: { text: "The list is complete" },
        accounts: [{ text: "Not for anything before 2015" }],
        settled: { how: "we change it", sentence: "Old numbers go in by May" },
      },
    ],
  });
  expect(found?.ratings.some(({ intensity }) => intensity === 1)).toBe(true);
  expect(journey?.phases[1]?.touchpoints[1]?.evidence).toMatchObject([
    { kind: "finding", source: "Portal log", grade: "researched" },
  ]);
});

test("words stay their author's: others suggest; what others remove is told to whom it concerns, and comes back", async ({
  browser,
}) => {
  const { anna, jo } = await twoAtTheTable(browser);
  const PAIN = "Price only after log-in";
  await card(jo.page, PAIN).click();
  await expect(inspector(jo.page).getByLabel("Words on the card")).toHaveCount(0);
  await inspector(jo.page).getByRole("button", { name: "Suggest other words" }).click();
  await inspector(jo.page).getByLabel("Your words for it").fill("No price without a log-in");
  await inspector(jo.page).getByRole("button", { name: "Suggest", exact: true }).click();
  await card(anna.page, PAIN).click();
  await inspector(anna.page).getByRole("button", { name: "Use these words" }).click();
  await expect(card(jo.page, "No price without a log-in")).toBeVisible();

  await inspector(anna.page).getByText("More facts").click();
  await inspector(anna.page).getByRole("radio", { name: "it hurts" }).check({ force: true });
  await inspector(anna.page).getByLabel("How it felt, in words").fill("kept out\nannoyed");
  await inspector(anna.page).getByRole("button", { name: "Close the panel" }).click();
  const facts = async () => {
    const found = allCards(await savedBoard(jo.page)).find(({ text }) => text === "No price without a log-in");
    return found && { severity: found.severity, emotionWords: found.emotionWords };
  };
  await expect.poll(facts).toEqual({ severity: 2, emotionWords: ["kept out", "annoyed"] });

  await inspector(jo.page).getByRole("button", { name: "Remove the card" }).click();
  await expect(anna.page.getByText("Jo removed card “No price without a log-in”.")).toBeVisible();
  await anna.page.getByRole("button", { name: "Bring it back" }).click();
  await expect(card(jo.page, "No price without a log-in")).toBeVisible();

  // A whole map concerns everybody (W92).
  await more(jo.page, "Copy this map as a what-if", "This map");
  // What comes and goes within one piece of news is none.
  await expect(anna.page.getByRole("status").filter({ hasText: "By others: New: map “" }).first()).toBeAttached();
  await more(jo.page, "Remove this map…", "This map");
  await jo.page.getByRole("button", { name: "Remove the map" }).click();
  await expect(anna.page.getByText(/^Jo removed map “/)).toBeVisible();
  await anna.page.getByRole("button", { name: "Bring it back" }).click();
  await expect(jo.page.getByRole("button", { name: /^Maps on this board/ })).toBeVisible();
});

test("where an older value won, the person is told what theirs was, and puts it back", async ({ browser }) => {
  const { anna, jo } = await twoAtTheTable(browser);
  const writeChannel = async ({ page }: PersonAtTable, title: string, text: string) => {
    await touchpoint(page, title).click();
    const field = inspector(page).getByLabel("Channel", { exact: true });
    await field.fill(text);
    await field.press("Enter");
  };
  await jo.context.setOffline(true);
  // Of two who write apart either may win: so each is the earlier one once.
  await writeChannel(jo, PORTAL, "Jo’s portal");
  await writeChannel(anna, PORTAL, "Anna’s portal");
  await writeChannel(anna, "Call the branch", "Anna’s phone");
  await writeChannel(jo, "Call the branch", "Jo’s phone");
  await jo.context.setOffline(false);
  await expectState(jo.page, "saved for the table");
  const shown = (title: string) => Promise.all([anna, jo].map(({ page }) => touchpoint(page, title).textContent()));
  for (const title of [PORTAL, "Call the branch"]) {
    await expect.poll(async () => new Set(await shown(title)).size).toBe(1);
  }

  const joWins = (await shown(PORTAL))[0]?.includes("Jo’s portal");
  const { page, title, own } = joWins
    ? { page: anna.page, title: PORTAL, own: "Anna’s portal" }
    : { page: jo.page, title: "Call the branch", own: "Jo’s phone" };
  await touchpoint(page, title).click();
  await expect(inspector(page).getByText(`Yours was: ${own}`)).toBeVisible();
  await inspector(page).getByRole("button", { name: "Put it back" }).click();
  await expect(inspector(page).getByText(/^Yours was/)).toBeHidden();
  for (const each of [anna.page, jo.page]) await expect(touchpoint(each, title)).toContainText(own);
});
