/** What one person writes down for another, and what is taken away without a name (SPEC P86–P88, P104, P105). */
import { expect, type Page } from "@playwright/test";
import { addPeople, forgetRun, pairBuddies, readPlan, startRun } from "@sameside/model";
import { encodeMessage, planRoom } from "@sameside/protocol";
import { connectDevice } from "../relay/socketDevice.ts";
import { agendaOf } from "../support/agenda.ts";
import { expectNothingSerious } from "../support/axe.ts";
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
  writeCards,
} from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const UNKIND = "Cara never understands anything";
const asked = (page: Page) => page.getByRole("region", { name: "Written for you" });
const turn = (page: Page) =>
  page.getByRole("list", { name: "Whose turn it is" }).getByRole("listitem").and(page.locator("[aria-current]"));
const writing = (page: Page, whom: string) =>
  page.getByRole("region", { name: "For whom you write" }).getByRole("radio", { name: whom });

test("words are written for a buddy and for who chose a helper, count with their yes, and an unkind note goes unnamed", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const [cara, dirk, jan] = [
    await openLaptop(browser, "about:blank"),
    await openLaptop(browser, "about:blank"),
    await openLaptop(browser, "about:blank"),
  ];
  await join(cara.page, write, "Cara");
  await join(dirk.page, write, "Dirk", "a colleague");
  await join(jan.page, write, "Jan", "a colleague");
  const pair = { colleague: (await heldSeat(dirk.page)).person, customer: (await heldSeat(cara.page)).person };
  const agenda = await agendaOf(relay.url, anna.page, [{ title: "In twos", kind: "pair", minutes: 12 }]);
  agenda.write((plan, by) => {
    const { colleague, customer } = pair;
    const people = [
      { person: colleague, role: "colleague" as const },
      { person: customer, role: "customer" as const },
    ];
    addPeople(plan, by, { people });
    pairBuddies(plan, by, { pairs: [pair] });
  });
  const begun = (minutesAgo: number) =>
    agenda.write((plan, by) => {
      const step = readPlan(plan).steps[0]?.id ?? "";
      startRun(plan, by, { n: 1, step, started: Date.now() - minutesAgo * 60_000 });
    });
  begun(0);
  await agenda.go("In twos");
  await expect(turn(cara.page)).toContainText("The customer tells");
  await expect(turn(dirk.page)).toContainText("The customer tells");

  // In pairs the colleague writes the customer's words; they are assumed until the customer's tap (S0-13).
  await writing(dirk.page, "for Cara").check({ force: true });
  await expect(dirk.page.getByText("What you add now are Cara’s words.", { exact: false })).toBeVisible();
  await writeCards(dirk.page, PAIN, ["Nobdy rang", "We waited", "It was fine"]);
  await expect(card(anna.page, "We waited")).toContainText("for Cara");
  await expect(asked(cara.page)).toContainText("Dirk wrote this for you");
  await expect(asked(cara.page)).toContainText("3 to look at");
  await expectNothingSerious(cara.page);
  await expect(asked(cara.page)).toContainText("Nobdy rang");
  await asked(cara.page).getByRole("button", { name: "Correct it" }).click();
  await asked(cara.page).getByLabel("What you said").fill("Nobody rang");
  await asked(cara.page).getByRole("button", { name: "Keep it so" }).click();
  await expect(asked(cara.page)).toContainText("We waited");
  await asked(cara.page).getByRole("button", { name: "That is what I said" }).click();
  await expect(asked(cara.page)).toContainText("It was fine");
  await asked(cara.page).getByRole("button", { name: "I did not say that" }).click();
  await expect(asked(cara.page)).toBeHidden();
  await expect(card(anna.page, "It was fine")).toBeHidden();
  // Who wrote it is told so, and asks again in other words.
  const declined = dirk.page.getByRole("region", { name: "Not their words" });
  await expect(declined).toContainText("Cara says: “I did not say that.”");
  await expect(declined).toContainText("It was fine");
  await expectNothingSerious(dirk.page);
  await declined.getByRole("button", { name: "Correct it" }).click();
  await declined.getByLabel("What Cara said").fill("It was all but fine");
  await declined.getByRole("button", { name: "Ask Cara again" }).click();
  await expect(declined).toBeHidden();
  await expect(asked(cara.page)).toContainText("It was all but fine");
  await asked(cara.page).getByRole("button", { name: "I did not say that" }).click();
  await declined.getByRole("button", { name: "Let it go" }).click();
  await expect(declined).toBeHidden();
  await expect(card(anna.page, "We waited")).not.toContainText("for Cara");
  const heard = allCards(await savedBoard(anna.page)).filter(({ author }) => author === pair.customer);
  expect(heard.map(({ text, grade }) => [text, grade]).toSorted()).toEqual([
    ["Nobody rang", "heard"],
    ["We waited", "heard"],
  ]);

  // At half of the time they swap: by the shared clock, said once, and so after a reload (S0-13).
  agenda.write((plan, by) => void forgetRun(plan, by, { n: 1 }));
  // Three seconds before the half: the pages live through the swap.
  begun(6 - 3 / 60);
  await expect(turn(cara.page)).toContainText("The customer tells");
  await expect(turn(cara.page)).toContainText("The colleague tells");
  await expect(cara.page.getByText("Half of the time is over: swap.", { exact: false })).toBeVisible();
  await expect(dirk.page.getByText("It is your turn: the customer asks, you answer.")).toBeVisible();
  await cara.page.reload();
  await expect(turn(cara.page)).toContainText("The colleague tells");
  await expect(cara.page.getByText("Half of the time is over", { exact: false })).toBeHidden();

  // A helper writes for who chose them, until they end it; the outline says so, too (S2-6).
  await more(anna.page, /People and their seats/);
  await anna.page.getByRole("button", { name: "Change the seat of Jan" }).click();
  await anna.page.getByRole("menuitem", { name: /helper/ }).click();
  await anna.page.keyboard.press("Escape");
  await more(cara.page, /Somebody writes for me/, "Me and my seat");
  const choice = cara.page.getByRole("dialog", { name: "Somebody writes for me" });
  await choice.getByRole("radio", { name: /^Jan/ }).check({ force: true });
  await choice.getByRole("button", { name: "Done" }).click();
  await writing(jan.page, "for Cara").check({ force: true });
  await writeCards(jan.page, PAIN, ["The shelf was empty"]);
  await jan.page.getByRole("link", { name: /Outline/ }).click();
  await expect(card(jan.page, "The shelf was empty")).toHaveAccessibleDescription(
    /Written for Cara, who has not agreed/,
  );
  // What Jan answers for her is shown to her as such, until she says that it is hers (P131).
  const { workshop, token } = await heldSeat(jan.page);
  const hand = connectDevice(relay.url, planRoom(workshop), token);
  await hand.heard(({ say }) => say === "hello");
  const commitment = { topic: "commitment", person: pair.customer, item: "own" } as const;
  const entered = { ...commitment, value: { text: "I will bring my invoices" }, time: Date.now() };
  hand.provider.ws?.send(encodeMessage({ say: "answersPut", rows: [entered] }));
  const answered = cara.page.getByRole("region", { name: "Answered for you" });
  await expect(answered).toContainText("Written for you by Jan: what you will do");
  await expect(answered).toContainText("I will bring my invoices");
  await expectNothingSerious(cara.page);
  await answered.getByRole("button", { name: "That is what I said" }).click();
  await expect(answered).toBeHidden();
  await hand.heard(
    (message) =>
      message.say === "answers" &&
      message.rows.some((row) => row.topic === "commitment" && row.enteredBy === undefined && row.time > entered.time),
  );
  hand.provider.destroy();

  await more(cara.page, /Somebody writes for me/, "Me and my seat");
  await choice.getByRole("radio", { name: "Nobody writes for me" }).check({ force: true });
  await expect(jan.page.getByText("You no longer write for Cara.", { exact: false })).toBeVisible();
  await expect(jan.page.getByRole("region", { name: "For whom you write" })).toBeHidden();
  await choice.getByRole("button", { name: "Done" }).click();

  // What hurts somebody goes: its author alone learns it, and no list of the table tells of it (P88).
  await writing(dirk.page, "for yourself").check({ force: true });
  await writeCards(dirk.page, PAIN, [UNKIND]);
  await card(anna.page, UNKIND).click();
  await anna.page.getByRole("button", { name: "Take it away: it hurts somebody" }).click();
  const alone = dirk.page.getByRole("region", { name: "For you alone" });
  await expect(alone).toContainText(UNKIND);
  await expectNothingSerious(dirk.page);
  await alone.getByRole("button", { name: "All right" }).click();
  await expect(alone).toBeHidden();
  await expect(card(cara.page, UNKIND)).toBeHidden();
  await expect(cara.page.getByRole("region", { name: "For you alone" })).toBeHidden();
  await more(cara.page, /History/);
  await cara.page.getByRole("radio", { name: "Removed" }).check({ force: true });
  await expect(cara.page.getByRole("dialog").getByText("It was all but fine")).toBeVisible();
  await expect(cara.page.getByRole("dialog").getByText(UNKIND)).toHaveCount(0);
  agenda.end();
});
