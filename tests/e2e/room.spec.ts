/** Who runs the day sees all tables at a glance (SPEC P80–P83). */
import { expect } from "@playwright/test";
import { addDepartment, addGroup, addPeople, describePerson } from "@sameside/model";
import { agendaOf } from "../support/agenda.ts";
import { expectNothingSerious } from "../support/axe.ts";
import { heldSeat, invite, join, openExample, openLaptop } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { standingBox } from "../support/standing.ts";
import { bar } from "../support/stepBar.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

test("the room shows who is at a table and what it has found, and hides quotes while it is safe to show", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const { write } = await invite(page, "Maria");
  const { workshop, group } = await heldSeat(page);
  const guest = await openLaptop(browser, relay.url);
  await join(guest.page, write, "Jo", "a colleague");
  const { person: jos } = await heldSeat(guest.page);

  await page.goto(`${relay.url}/#/room/${workshop}`);
  const table = page.getByRole("article");
  await expect(table).toHaveCount(1);
  await expect(table.getByText("1 person here")).toBeVisible();
  await expect(page.getByText("1 table · 1 person here")).toBeVisible();
  await expect(page.getByRole("region", { name: "Moments of truth so far" }).getByRole("listitem")).not.toHaveCount(0);
  await expect(page.getByRole("button", { name: "Safe to show" })).toHaveAttribute("aria-pressed", "true");
  await expectNothingSerious(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNothingSerious(page);

  // What is said to the tables stands on their maps until it was read (P83).
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Message all" }).click();
  await page.getByRole("dialog").getByLabel("What do you want to say?").fill("Five more minutes");
  await page.getByRole("button", { name: "Send" }).click();
  const line = guest.page.getByText("Five more minutes");
  await expect(line).toBeVisible();
  await expect(page.getByText("read by 0 of 1")).toBeVisible();
  await guest.page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(line).toBeHidden();
  await expect(page.getByText("read by 1 of 1")).toBeVisible();

  // Who has been quiet is told to who runs the day alone, until somebody notes that they spoke (S0-14, SPEC P84, P85).
  const balance = page.getByRole("region", { name: "Who has spoken" });
  await expect(balance.getByText("Hidden while it is safe to show.")).toBeVisible();
  await expect(page.getByText("Jo", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Safe to show" }).click();
  const jo = balance.getByRole("list", { name: /^Who has spoken at/ }).getByRole("listitem");
  await expect(jo).toHaveText(/Jo.*colleague.*nothing yet/);
  await page.clock.setFixedTime(Date.now() + 16 * 60_000);
  const map = await standingBox(guest.page.getByRole("main"));
  await guest.page.mouse.move(map.x + 300, map.y + 300);
  await expect(jo).toContainText("quiet for 16 minutes");
  await expect(table.getByText("quiet: Jo")).toBeVisible();
  await expectNothingSerious(page);
  await jo.getByRole("button", { name: "Jo spoke" }).click();
  await expect(jo).toContainText("spoke once");
  // The relay had it noted when it was, whatever this laptop's clock says.
  await page.clock.setFixedTime(Date.now());
  await guest.page.mouse.move(map.x + 320, map.y + 320);
  await expect(page.getByText(/quiet/)).toHaveCount(0);
  await page.getByRole("button", { name: "Not safe to show" }).click();
  await expect(jo).toHaveCount(0);
  await expect(guest.page.getByText("spoke once")).toHaveCount(0);

  await guest.context.close();
  await expect(table.getByText("nobody is connected")).toBeVisible();
  await table.getByRole("button", { name: /Open the map of/ }).click();
  await expect(page.locator("[data-touchpoint-id]").first()).toBeVisible();

  // Who does not run the workshop has no such page.
  const other = await openLaptop(browser, relay.url);
  await join(other.page, write, "Eve");
  await other.page.goto(`${relay.url}/#/room/${workshop}`);
  await expect(other.page.getByRole("heading", { name: "This page is for who runs the workshop" })).toBeVisible();

  // Nor do the questions before the day, and before going on, name anybody while it is safe to show; one key says it (P81).
  await other.page.goBack();
  const agenda = await agendaOf(relay.url, page, [
    { title: "Two by two", kind: "pair", minutes: 12 },
    { title: "What happens", kind: "map", minutes: 40 },
  ]);
  agenda.write((plan, by) => addPeople(plan, by, { people: [{ person: jos, role: "colleague" }] }));
  await page.goto(`${relay.url}/#/room/${workshop}`);
  const asked = page.getByRole("dialog");
  await bar(page).getByRole("button", { name: "Begin: Two by two" }).click();
  await expect(asked).toContainText("1 person has no customer to go with.");
  await expect(asked).not.toContainText("Jo");
  await page.keyboard.press("s");
  await expect(asked).toContainText("Without a customer to go with: Jo.");
  await page.keyboard.press("s");
  await asked.getByRole("button", { name: "Start anyway" }).click();
  await bar(other.page).getByRole("button", { name: "I’m done" }).click();
  await expect(bar(page)).toContainText("1 of 2 done");
  await bar(page).getByRole("button", { name: "Next: What happens" }).click();
  await expect(asked).toContainText("1 of 2 have said that they are done.");
  await expect(asked).not.toContainText("Jo");
  await page.keyboard.press("s");
  await expect(asked.getByRole("list")).toHaveText("Jo");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(asked.getByRole("row", { name: /^S safe to show/ })).toBeVisible();
  await page.keyboard.press("Escape");

  // What a map lacks, and what nobody present owns, is said calmly (P121, P122); ten tables fit every screen.
  await expect(table).toContainText("still missing: ");
  await expect(page.getByRole("region", { name: /^Nobody here owns/ })).toHaveCount(0);
  agenda.write((plan, by) => {
    const sales = addDepartment(plan, by, { name: "Sales" });
    if (sales.outcome === "done") describePerson(plan, by, { person: jos, department: sales.value });
    addGroup(plan, by, { group, name: "Table 1" });
    for (let n = 2; n <= 10; n += 1) addGroup(plan, by, { group: `table-${n}`, name: `Table ${n}` });
  });
  await expect(table).toHaveCount(10);
  await expect(page.getByRole("region", { name: /^Nobody here owns/ })).toContainText(
    /nobody from there|nobody owns this yet/,
  );
  await expectNothingSerious(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNothingSerious(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  agenda.end();
});
