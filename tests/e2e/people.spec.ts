/** Who prepares pastes a list, lets everybody be seated, sees what is missing, and prints for the room. */
import { expect, type Locator, type Page } from "@playwright/test";
import { callRelay } from "@sameside/replica";
import { expectNothingSerious } from "../support/axe.ts";
import { pdfPages } from "../support/pdfText.ts";
import { agree, heldSeat, invite, more, openLaptop } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const TYPES = ["Loyalists", "Rejectors", "Others"];
const DEPARTMENTS = ["Sales", "Service", "Finance", "IT"];
/** 30 customers of three types, 12 colleagues of four departments, 6 moderators. */
const PEOPLE = [
  ...Array.from({ length: 30 }, (_, at) => `Guest ${at + 1},customer,,${TYPES[at % 3]}`),
  ...Array.from({ length: 12 }, (_, at) => `Staff ${at + 1},colleague,${DEPARTMENTS[at % 4]},`),
  ...Array.from({ length: 5 }, (_, at) => `Mo ${at + 1},moderator,,`),
  "ليلى 🌿,moderator,,",
];

test("48 pasted names sit at 6 tables by type or mixed, what is missing is said, and the plan prints (S0-3, S0-4, P30–P35)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await prepareWorkshop(page, 6);
  await pasteList(page);

  const seating = page.getByRole("region", { name: "Who sits where" });
  await seating.getByRole("button", { name: "Seat everybody" }).click();
  await expect(seating.getByText("All wishes are kept.")).toBeVisible();
  for (const table of await tablesOf(seating)) {
    await expect(table.getByText("8 of 8 seats")).toBeVisible();
    expect(typesAt((await table.textContent()) ?? "")).toHaveLength(1);
  }

  await seating.getByRole("radio", { name: "mixed" }).check({ force: true });
  await seating.getByRole("button", { name: "Seat everybody anew" }).click();
  await expect(seating.getByText("All wishes are kept.")).toBeVisible();
  for (const table of await tablesOf(seating)) expect(typesAt((await table.textContent()) ?? "")).toHaveLength(3);

  // Nobody shelters alone: each colleague gets a customer of their table to go with (S0-13).
  await seating.getByRole("button", { name: "Pair colleagues with customers" }).click();
  await expect(page.getByText("12 pairs made.")).toBeVisible();
  await expect(seating.getByRole("row").filter({ hasText: / · with (?:Guest|Staff) \d/ })).toHaveCount(24);

  const four = seating.getByRole("region", { name: "Table 4", exact: true });
  const moderator = (await four.getByRole("row").first().locator("bdi").textContent()) ?? "";
  await four.getByRole("button", { name: `What to do with ${moderator}` }).click();
  await page.getByRole("menuitem", { name: "Take from the table" }).click();
  const ready = page.getByRole("region", { name: "Ready?" });
  await expect(ready.getByText("Table 4: no moderator.")).toBeVisible();
  await expect(
    seating.getByText("Table 4 has no moderator; there are enough, at other tables or at none."),
  ).toBeVisible();

  await test.step("back to the table by the keyboard, and there after a reload", async () => {
    await seating.getByRole("button", { name: `Move ${moderator}` }).press("Enter");
    await expect(page.locator(":focus")).toHaveAccessibleName(/Table|People at/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expect(ready.getByText("Table 4: no moderator.")).toBeHidden();
    await expect(four.getByRole("row").first()).toContainText(moderator);
    await page.reload();
    await expect(four.getByRole("row").first()).toContainText(moderator);
  });

  await test.step("prints the plan and the cards, with names and without what types are called (P35)", async () => {
    await seating.getByRole("button", { name: "Print…" }).click();
    const [plan = ""] = pdfPages(await page.pdf());
    expect(plan).toContain("Table4");
    expect(plan).toContain("Guest30");
    await page.getByRole("radio", { name: /Table cards/ }).check({ force: true });
    const cards = pdfPages(await page.pdf());
    expect(cards).toHaveLength(6);
    for (const type of TYPES) expect([plan, ...cards].join()).not.toContain(type);
    await page.keyboard.press("Escape");
  });
  await expectNothingSerious(page);

  await test.step("each card carries its person's own code, good for that person at their table", async () => {
    const preparing = page.url();
    await page.getByRole("button", { name: "Open a map" }).click();
    await page.getByRole("menuitem", { name: "Table 1", exact: true }).click();
    await invite(page, "Fay");
    await page.goto(preparing);
    await seating.getByRole("button", { name: "Print…" }).click();
    await page.getByRole("radio", { name: /Table cards/ }).check({ force: true });
    await expect(page.getByText(/Each card carries its person’s own code/)).toBeVisible();
    const card = page.locator(".people-card", { hasText: /Guest 7(?!\d)/ });
    const code = await card.locator(".people-card-code").textContent();
    const table = await card.locator(".people-card-table").textContent();
    const { page: phone } = await openLaptop(browser, relay.url);
    await phone.getByRole("button", { name: /^Join/ }).click();
    await phone.getByLabel("Invite link or code").fill(code ?? "");
    await phone.getByRole("dialog").getByRole("button", { name: "Join" }).click();
    await expect(phone.getByLabel("Your name for today")).toHaveValue("Guest 7");
    await phone.getByRole("button", { name: "Go on" }).click();
    await agree(phone);
    await expect(phone.getByRole("heading", { level: 1 })).toContainText(`· ${table}`);

    await test.step("who is moved in the plan has the map of that table, and comes back by an undo (P47)", async () => {
      await page.keyboard.press("Escape");
      const other = table === "Table 3" ? "Table 5" : "Table 3";
      await seating.getByRole("button", { name: "What to do with Guest 7" }).click();
      await page.getByRole("menuitem", { name: `To ${other}` }).click();
      await expect(phone.getByRole("heading", { level: 1 })).toContainText(`· ${other}`);
      await expect(phone.getByText(`You sit at ${other} now: this is its map.`)).toBeVisible();
      await expect(page.getByText(`Guest 7 has joined already: the map of ${other} is theirs now.`)).toBeVisible();
      await page.keyboard.press("Control+z");
      await expect(phone.getByRole("heading", { level: 1 })).toContainText(`· ${table}`);
    });

    await test.step("who is taken from their table has no map until they sit at one again (P115)", async () => {
      await seating.getByRole("button", { name: "What to do with Guest 7" }).click();
      await page.getByRole("menuitem", { name: "Take from the table" }).click();
      await expect(phone.getByRole("heading", { name: "You sit at no table at the moment" })).toBeVisible();
      await expect(page.getByText("Guest 7 has joined already, and has no map until")).toBeVisible();
      await expectNothingSerious(phone);
      await page.keyboard.press("Control+z");
      await expect(phone.getByRole("heading", { name: "You sit at no table at the moment" })).toBeHidden();
      await expect(phone.getByRole("heading", { level: 1 })).toContainText(`· ${table}`);
    });

    await test.step("a seat that is moved at the map stands in the plan, too (P47)", async () => {
      await page.getByRole("button", { name: "Open a map" }).click();
      await page.getByRole("menuitem", { name: "Table 1", exact: true }).click();
      await more(page, "People and their seats");
      await page.getByRole("button", { name: "Change the seat of Guest 7" }).click();
      const other = table === "Table 6" ? "Table 4" : "Table 6";
      await page.getByRole("menuitem", { name: `Move to ${other}` }).click();
      await expect(phone.getByRole("heading", { level: 1 })).toContainText(`· ${other}`);
      await page.getByRole("button", { name: "Change the seat of Guest 7" }).click();
      await page.getByRole("menuitem", { name: "Role: colleague" }).click();
      await expect(phone.getByText("Your role here changed: colleague.")).toBeVisible();
      await page.goto(preparing);
      await expect(seating.getByRole("region", { name: other, exact: true })).toContainText("Guest 7");
      await expect(seating.getByRole("row", { name: /^Guest 7/ })).toContainText("colleague");
    });

    await test.step("a role that was changed round the plan is listed, and planned by one press (P47)", async () => {
      const { workshop, token } = await heldSeat(page);
      const { person } = await heldSeat(phone);
      await callRelay(relay.url, "changeSeat", { token, params: { workshop, person }, body: { role: "moderator" } });
      await page.reload();
      const apart = seating.getByRole("region", { name: "1 person has another role than planned" });
      await expect(apart.getByRole("listitem")).toHaveText("Guest 7: moderator; planned as colleague");
      await apart.getByRole("button", { name: "Plan it as it is" }).click();
      await expect(apart).toBeHidden();
      await expect(seating.getByRole("row", { name: /^Guest 7/ })).toContainText("moderator");
    });
  });
});

test("500 names for 3 tables and nobody to lead them are sentences with a way out", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await prepareWorkshop(page, 3);
  const people = page.getByRole("region", { name: "People", exact: true });
  await people.getByRole("button", { name: "Paste a list…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Your list")
    .fill(Array.from({ length: 500 }, (_, at) => `Guest ${at + 1},customer`).join("\n"));
  await expect(dialog.getByText("500 people: 500 customers.")).toBeVisible();
  await dialog.getByRole("button", { name: /on the list/ }).click();
  const seating = page.getByRole("region", { name: "Who sits where" });
  await seating.getByRole("button", { name: "Seat everybody" }).click();
  const broken = seating.getByRole("region", { name: "What this seating does not keep" });
  await expect(broken).toContainText("3 tables, 0 moderators: Table 1 has none.");
  await expect(broken).toContainText(/Table 1 has 16[67] people for \d+ seats\./);
  const ready = page.getByRole("region", { name: "Ready?" });
  await expect(ready).toContainText("Table 1: no moderator. Move one there, or make somebody at the table moderator.");
  await expect(ready).toContainText(/Table 1: 16[67] people for \d+ seats\. Move some, or add seats\./);
});

async function prepareWorkshop(page: Page, tables: number): Promise<void> {
  await page.getByRole("button", { name: /Prepare a workshop/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Tables" }).fill(String(tables));
  await page.keyboard.press("Tab");
  await dialog.getByRole("button", { name: "Make the workshop" }).click();
  await expect(page.getByRole("region", { name: "Who sits where" })).toBeVisible();
}

/** First with a line that says nothing of use: it is named, and nothing of the list is taken. */
async function pasteList(page: Page): Promise<void> {
  const people = page.getByRole("region", { name: "People", exact: true });
  await people.getByRole("button", { name: "Paste a list…" }).click();
  const dialog = page.getByRole("dialog");
  const go = dialog.getByRole("button", { name: /on the list/ });
  const text = ["Name,Role,Department,Customer type", ...PEOPLE].join("\n");
  await dialog.getByLabel("Your list").fill(text.replace("Staff 2,colleague", "Staff 2,wizard"));
  await expect(dialog.getByText("Line 33: “wizard” is no role.")).toBeVisible();
  await expect(go).toBeDisabled();
  await dialog.getByLabel("Your list").fill(`${text}\nGuest 1,customer,,Loyalists`);
  await expect(dialog.getByText("“Guest 1” stands in lines 2, 50. All are kept.")).toBeVisible();
  await dialog.getByLabel("Your list").fill(text);
  await expect(dialog.getByText("48 people: 30 customers, 12 colleagues, 6 moderators.")).toBeVisible();
  await expect(dialog.getByText("They may read this: would you say it to them?")).toBeVisible();
  await go.click();
  await expect(people.getByText("48 people")).toBeVisible();
  await expect(people.getByRole("row", { name: /ليلى 🌿/ })).toContainText("moderator");
}

async function tablesOf(seating: Locator): Promise<Locator[]> {
  const tables = seating.getByRole("region", { name: /^Table \d$/ });
  await expect(tables).toHaveCount(6);
  return tables.all();
}

function typesAt(text: string): string[] {
  return TYPES.filter((type) => text.includes(type));
}
