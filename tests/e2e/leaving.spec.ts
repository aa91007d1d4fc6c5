/** Who must go early reads what stands under their name, says what they will do, and is waited for no longer (S4-13, S0-27, SPEC P100–P104). */
import { expect, type Page } from "@playwright/test";
import { agendaOf } from "../support/agenda.ts";
import { expectNothingSerious } from "../support/axe.ts";
import {
  allCards,
  card,
  expectState,
  heldSeat,
  invite,
  join,
  more,
  openExample,
  openLaptop,
  savedBoard,
  writeCards,
} from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const dialog = (page: Page) => page.getByRole("dialog");

test("who leaves early reads back, corrects, takes back and promises, out of reach too; nobody waits for them until they are back", async ({
  browser,
}) => {
  const { page: anna } = await openLaptop(browser, relay.url);
  await openExample(anna);
  const { write } = await invite(anna, "Anna");
  const [cara, dirk] = [await openLaptop(browser, "about:blank"), await openLaptop(browser, "about:blank")];
  await join(cara.page, write, "Cara");
  await join(dirk.page, write, "Dirk", "a colleague");
  const agenda = await agendaOf(relay.url, anna, [
    { title: "Map it", kind: "map", minutes: 30 },
    { title: "Vote", kind: "vote", minutes: 10 },
  ]);
  await agenda.go("Map it");
  await expect(anna.getByText("0 of 2 done")).toBeVisible();
  await writeCards(cara.page, PAIN, ["Nobdy rang", "We waited", "It was fine"]);
  await expectState(cara.page, "saved for the table");

  // Who leads the table sees who took part, beside its map, and notes who spoke; nobody else has a way to it (S0-14, P84).
  await more(anna, /People and their seats/);
  await anna.getByRole("button", { name: "Change the seat of Dirk" }).click();
  await anna.getByRole("menuitem", { name: /moderator/ }).click();
  await anna.keyboard.press("Escape");
  await more(dirk.page, "Who has spoken");
  const balance = dirk.page.getByRole("complementary", { name: "Who has spoken" });
  await expect(balance.getByRole("listitem")).toHaveText(/Cara.*customer.*wrote 3 times/);
  await balance.getByRole("button", { name: "Cara spoke" }).click();
  await expect(balance.getByRole("listitem")).toContainText("spoke once");
  await expectNothingSerious(dirk.page);
  await cara.page.getByRole("button", { name: "More", exact: true }).click();
  await expect(cara.page.getByRole("menuitem", { name: "What to talk about" })).toBeVisible();
  await expect(cara.page.getByRole("menuitem", { name: "Who has spoken" })).toHaveCount(0);
  await cara.page.keyboard.press("Escape");

  // All of it without a network: it travels later.
  await cara.context.setOffline(true);
  await cara.page.getByRole("button", { name: /^Who is here/ }).click();
  await dialog(cara.page).getByRole("button", { name: "I have to leave" }).click();
  const readBack = cara.page.getByRole("dialog", { name: "What stands under your name" });
  const entries = readBack.getByRole("list", { name: "What stands under your name" }).getByRole("listitem");
  await expect(entries).toHaveCount(3);
  await expectNothingSerious(cara.page);
  await readBack.getByRole("button", { name: "Correct it: “Nobdy rang”" }).click();
  await readBack.getByLabel("In your words").fill("Nobody rang");
  await readBack.getByRole("button", { name: "Keep it so" }).click();
  await readBack.getByRole("button", { name: "Take it back: “We waited”" }).click();
  await expect(readBack.getByRole("button", { name: "Put it back: “We waited”" })).toBeFocused();
  await cara.page.keyboard.press("Enter");
  await readBack.getByRole("button", { name: "Take it back: “It was fine”" }).click();
  await expect(entries).toHaveCount(3);
  await readBack.getByRole("button", { name: "It is right so" }).click();
  const promise = cara.page.getByRole("dialog", { name: "What you will do" });
  await promise.getByLabel("What I will do").fill("I ring two fitters");
  await promise.getByLabel("By when, if you know").fill("2031-05-04");
  await expectNothingSerious(cara.page);
  await promise.getByRole("button", { name: "Say goodbye" }).click();
  const thanks = cara.page.getByRole("dialog", { name: "Thank you, Cara" });
  await expect(thanks).toContainText("You will, by 4 May 2031: “I ring two fitters”");
  await expect(thanks).toContainText("There is no connection now.");
  await expectNothingSerious(cara.page);
  await thanks.getByRole("button", { name: "Done" }).click();
  const line = cara.page.getByRole("region", { name: "You have left" });
  await expect(line).toContainText("You said goodbye at");

  // Back in reach: who is there counts, and the map holds what she let stand (S0-27).
  await expect(anna.getByText("0 of 2 done")).toBeVisible();
  await cara.context.setOffline(false);
  await expect(anna.getByText("0 of 1 done")).toBeVisible();
  await expect(balance).toContainText("Nobody is here yet whose part could be counted.");
  await expect(card(anna, "It was fine")).toBeHidden();
  const { person } = await heldSeat(cara.page);
  const kept = allCards(await savedBoard(anna)).filter(({ author }) => author === person);
  expect(kept.map(({ text }) => text).toSorted()).toEqual(["Nobody rang", "We waited"]);
  await anna.getByRole("button", { name: "Next: Vote" }).click();
  await expect(dialog(anna)).not.toContainText("Cara");
  await anna.keyboard.press("Escape");
  await dirk.page.getByRole("button", { name: "Who is here: 2 people" }).click();
  await expect(dialog(dirk.page)).toContainText(/Left already: Cara, \d\d:\d\d/);
  await dirk.page.keyboard.press("Escape");

  // Who runs the day sees who has gone and what they promised; not on a screen that is for all.
  const room = await anna.context().newPage();
  await room.goto(`${relay.url}/#/room/${(await heldSeat(anna)).workshop}`);
  const promises = room.getByRole("region", { name: "What people will do" });
  await expect(room.getByRole("article")).toContainText("1 person has left");
  await expect(promises).toContainText("1 commitment · hidden");
  await room.getByRole("button", { name: "Safe to show" }).click();
  await expect(room.getByRole("article")).toContainText(/Left already: Cara, \d\d:\d\d/);
  await expect(promises).toContainText(/I ring two fitters\s*Cara · by 4 May 2031/);
  await expectNothingSerious(room);
  await room.getByRole("button", { name: "Not safe to show" }).click();

  // To come back is to open the page again.
  await cara.page.reload();
  await expect(cara.page.getByText("Welcome back. You are counted again.")).toBeVisible();
  await expect(line).toBeHidden();
  await expect(anna.getByText("0 of 2 done")).toBeVisible();

  await test.step("on a phone: four presses, and back by one", async () => {
    const { page } = cara;
    await page.setViewportSize({ width: 390, height: 844 });
    await more(page, "I have to leave…", "Me and my seat");
    await expect(entries).toHaveCount(2);
    await dialog(page).getByRole("button", { name: "It is right so" }).click();
    await expect(promise.getByLabel("What I will do")).toHaveValue("I ring two fitters");
    await promise.getByRole("button", { name: "Say goodbye" }).click();
    await expectNothingSerious(page);
    await thanks.getByRole("button", { name: "Done" }).click();
    await expect(anna.getByText("0 of 1 done")).toBeVisible();
    await page.getByRole("button", { name: "I am here again" }).click();
    await expect(anna.getByText("0 of 2 done")).toBeVisible();
  });
  agenda.end();
});
