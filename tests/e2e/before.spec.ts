/** What happens before the day: the room check, notes that prepare a table, tasks, and the page of who is invited. */
import { type Browser, expect, type Page } from "@playwright/test";
import { addCustomerType, describeCustomerType } from "@sameside/model";
import { agendaOf } from "../support/agenda.ts";
import { expectNothingSerious } from "../support/axe.ts";
import { fingerDrag } from "../support/fingerDrag.ts";
import { copyOfMap, downloaded, takeIn } from "../support/handOver.ts";
import { card, heldSeat, invite, openExample, openLaptop, savedBoard } from "../support/people.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async () => {
  // Behind a proxy, so that a phone of the test has an address of its own; on all networks, so that it has addresses.
  relay = await startRelayProcess({ env: { TRUST_PROXY: "1", HOST: "0.0.0.0" } });
});
test.afterAll(async () => {
  await relay.remove();
});

async function openPhone(browser: Browser, address = "192.168.7.23"): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  return context.newPage();
}

/** The check that the laptop's page has under way. */
async function checkUnderWay(page: Page): Promise<string> {
  const request = await page.waitForRequest(/\/api\/checks\/[\w-]{43}$/);
  return request.url().slice(-43);
}

test("a phone scans the room check and the laptop says how quickly it is reached; alone, it says what may be wrong (P50, P51)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, `${relay.url}/#/check`);
  await expect(page.getByRole("img", { name: "Code to scan: it leads to the check" })).toBeVisible();
  const check = await checkUnderWay(page);

  await test.step("the laptop itself is nobody", async () => {
    await (await page.context().newPage()).goto(`${relay.url}/#/check/${check}`);
    await expect(page.getByText("So far only this laptop has come to itself.")).toBeVisible();
  });
  await test.step("nobody in time: three causes, each with what to do", async () => {
    for (const cause of ["The phone is in another network", "The Wi-Fi keeps devices apart", /firewall shuts them out/])
      await expect(page.getByRole("heading", { name: cause })).toBeVisible();
    await expectNothingSerious(page);
  });
  await test.step("a phone", async () => {
    const phone = await openPhone(browser);
    await phone.goto(`${relay.url}/#/check/${check}`);
    await expect(phone.getByText(/^This device reaches the laptop, \d+\sms$/)).toBeVisible();
    await expectNothingSerious(phone);
    await expect(page.getByText(/^Phones reach this laptop, \d+\sms$/)).toBeVisible();
    await expect(page.getByRole("list", { name: "Who came" })).toHaveText(/^Phone 1: \d+\sms$/);
    await expect(page.getByRole("heading", { name: "The Wi-Fi keeps devices apart" })).toBeHidden();
  });
  await test.step("a check that nobody began", async () => {
    const late = await openPhone(browser, "192.168.7.24");
    await late.goto(`${relay.url}/#/check/${"A".repeat(43)}`);
    await expect(late.getByText("This check has ended.")).toBeVisible();
  });
});

test("tasks, a question, what people need and notes: from the page of who prepares to a phone, by mail, and onto the map (S0-15, S0-18, S0-29)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await invite(page, "Anna");
  const { workshop } = await heldSeat(page);
  await page.goto(`${relay.url}/#/prepare/${workshop}/before-the-day`);
  const part = page.getByRole("region", { name: "Before the day" });

  await test.step("the facilitator writes tasks and a question", async () => {
    for (const [role, text] of [
      ["Colleagues", "Buy it yourself"],
      ["Colleagues", "Ring the hotline"],
      ["Customers", "Bring a bill"],
    ] as const) {
      await part.getByLabel(`New task for ${role}`).fill(text);
      await page.keyboard.press("Enter");
      await expect(part.getByRole("button", { name: `Remove the task “${text}”` })).toBeVisible();
    }
    await part.getByLabel("One question for customers to think about").fill("When did it last go well?");
    await page.keyboard.press("Control+Enter");
  });
  const link = await part.getByRole("textbox", { name: /It invites and leads/ }).inputValue();

  const phone = await openPhone(browser);
  await test.step("a customer reads and answers on a phone; four taps before the first word", async () => {
    await phone.goto(link);
    await phone.getByLabel("Your name for today").fill("Jo");
    await phone.getByRole("button", { name: /^(?:Go on|Go to the map)$/ }).tap();
    await phone.getByText(/^I take part/).tap();
    await phone.getByRole("button", { name: "Go to the map" }).tap();
    await phone.getByLabel("When did it last go well?").tap();
    await phone.keyboard.insertText("In spring, on the phone");
    await phone.getByText("a way without steps", { exact: true }).tap();
    await phone.getByText("Türkçe", { exact: true }).tap();
    await phone.getByText("Bring a bill", { exact: true }).tap();
    await expect(phone.getByText("Kept on this device, and sent.")).toBeVisible();
    await expectNothingSerious(phone);
  });
  await test.step("without a network it is there and takes more", async () => {
    await phone.context().setOffline(true);
    await phone.getByLabel("Something else that would help").fill("By the door");
    await phone.getByLabel("Something else that would help").blur();
    await expect(phone.getByText(/One answer goes out when there is a connection/)).toBeVisible();
    await phone.context().setOffline(false);
    await expect(phone.getByText("Kept on this device, and sent.")).toBeVisible();
  });
  await test.step("the facilitator sees it, by person; needs without a name", async () => {
    const row = part.getByRole("row", { name: /^Jo/ });
    await expect(row).toContainText("1 of 1");
    await expect(row).toContainText("In spring, on the phone");
    const needs = part.getByRole("region", { name: "What people need" });
    await expect(needs).toContainText("a way without steps: 1 person");
    await expect(needs).toContainText("Türkçe (1)");
    await expect(needs).toContainText("By the door");
    await expect(needs).not.toContainText("Jo");
    await expect(page.getByRole("region", { name: "Ready?" })).toContainText("a way without steps: 1 person");
  });
  await test.step("a colleague answers by mail, quoted; a line that cannot be read is named", async () => {
    await part.getByRole("button", { name: "By mail" }).click();
    const dialog = page.getByRole("dialog");
    const mail = await dialog.getByLabel("Text to send").inputValue();
    const answered = mail
      .replaceAll("[ ]", "[x]")
      .replace("Ring the hotline\n-> ", "Ring the hotline\n-> Twelve minutes")
      .replaceAll(/^/gm, "> ");
    await dialog
      .getByRole("textbox", { name: "What came back" })
      .fill(`Dear Anna,\n\n${answered}\n[x] #nobody Something else`);
    await dialog.getByLabel("From").selectOption({ label: "Anna" });
    await dialog.getByRole("button", { name: "Take it in" }).click();
    await expect(dialog.getByText("2 answers of Anna were taken in.")).toBeVisible();
    await expect(dialog.getByText(/there is no such task/)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(part.getByRole("row", { name: /^Anna/ })).toContainText("2 of 2");
    await expectNothingSerious(page);
  });
  await test.step("a note about Jo is written before, lies in the tray, and hangs on the map once", async () => {
    const notes = page.getByRole("region", { name: "Prepared notes" });
    await notes.getByLabel("What was found out").fill("Rings before looking");
    await notes.getByLabel("About").selectOption({ label: "Jo" });
    await notes.getByLabel("Where it comes from").fill("Interview in May");
    await notes.getByRole("button", { name: "Note it" }).click();
    await expect(notes.getByRole("button", { name: "Remove the note “Rings before looking”" })).toBeVisible();
    await notes.getByLabel("What was found out").last().fill("Never reads the bill");
    await notes.getByRole("button", { name: "Note it" }).click();
    await expect(notes.getByRole("button", { name: "Remove the note “Never reads the bill”" })).toBeVisible();
    // What a type is called is for who prepares alone, also on the note about it (S0-3).
    const plan = await agendaOf(relay.url, page, []);
    let type = "";
    plan.write((document, by) => {
      const added = addCustomerType(document, by, { name: "Rejectors" });
      if (added.outcome === "done") type = added.value;
    });
    await notes.getByLabel("What was found out").last().fill("Waits for the post");
    await notes.getByLabel("About").last().selectOption({ label: "Rejectors" });
    await notes.getByRole("button", { name: "Note it" }).click();
    await expect(notes.getByRole("button", { name: "Remove the note “Waits for the post”" })).toBeVisible();
    await page.goto(`${relay.url}/#/board/${workshop}/table1`);
    await page.getByRole("button", { name: "Look at them" }).click();
    const tray = page.getByRole("complementary", { name: "Prepared for this table" });
    const noted = (text: string) => tray.getByRole("listitem").filter({ hasText: text });
    const touchpoint = (title: string) => page.locator("[data-touchpoint-id]").filter({ hasText: title });
    await expect(tray.locator(":focus")).toHaveAccessibleName("Put “Rings before looking” on the map");
    await expect(noted("Waits for the post")).toContainText("about Customer type A");
    await expect(page.getByText("Rejectors")).toHaveCount(0);
    plan.write((document, by) => describeCustomerType(document, by, { customerType: type, isShown: true }));
    await expect(noted("Waits for the post")).toContainText("about Rejectors");
    plan.end();
    await noted("Rings before looking").dragTo(touchpoint("Search the portal"));
    await expect(noted("Rings before looking").getByText("On the map", { exact: true })).toBeVisible();
    // By the keyboard, and as a card of its own.
    await page.getByRole("button", { name: "Put “Never reads the bill” on the map" }).press("Enter");
    await page.getByRole("menuitem", { name: "Need", exact: true }).press("Enter");
    await page.getByRole("menuitem", { name: "As a card under “Pain points”" }).press("Enter");
    await expect(tray.getByText("On the map", { exact: true })).toHaveCount(2);
    // By a finger, at the grip that stands there for fingers.
    const finger = await page.context().newCDPSession(page);
    await finger.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    await fingerDrag(finger, noted("Waits for the post").locator(".ui-side-grip"), touchpoint("Check own stock"));
    await expect(tray.getByText("All of them are on the map.")).toBeVisible();
    await finger.send("Emulation.setTouchEmulationEnabled", { enabled: false });
    await expectNothingSerious(page);
    await tray.getByRole("button", { name: "Close what was prepared" }).press("Enter");
    await expect(tray).toHaveCount(0);
    await expect(page.getByText(/prepared for this table/)).toBeHidden();
    await expect(card(page, "Never reads the bill")).toBeVisible();
    const view = await savedBoard(page);
    const touchpoints = view.journeys.flatMap(({ phases }) => phases.flatMap((phase) => phase.touchpoints));
    const hungOn = (name: string) => touchpoints.find(({ title }) => title === name)?.evidence ?? [];
    expect(hungOn("Search the portal").map(({ text, source, grade }) => ({ text, source, grade }))).toContainEqual({
      ...{ text: "Rings before looking", source: "Interview in May", grade: "heard" },
    });
    expect(hungOn("Check own stock").map(({ text }) => text)).toContain("Waits for the post");
  });
});

test("a colleague who has a file only does three tasks without a relay; the facilitator sees 3 of 3 (S0-18)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const board = page.url();
  await page.goto(board.replace(/#\/board\/([^/]+)\/.*/, "#/prepare/$1/before-the-day"));
  const part = page.getByRole("region", { name: "Before the day" });
  const tasks = ["Buy it yourself", "Ring the hotline", "Read one complaint"];
  for (const text of tasks) {
    await part.getByLabel("New task for Colleagues").fill(text);
    await page.keyboard.press("Enter");
    await expect(part.getByRole("button", { name: `Remove the task “${text}”` })).toBeVisible();
  }
  await page.goto(board);
  const copy = await copyOfMap(page);

  const bert = await openLaptop(browser, relay.url);
  const choosing = bert.page.waitForEvent("filechooser");
  await bert.page.getByRole("button", { name: /Open a file/ }).click();
  await (await choosing).setFiles({ name: copy.name, mimeType: "application/zip", buffer: Buffer.from(copy.bytes) });
  await bert.page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
  await expect(card(bert.page, "Old part numbers find nothing")).toBeVisible();
  await bert.context.setOffline(true);
  await bert.page.getByRole("button", { name: "More", exact: true }).click();
  await bert.page.getByRole("menuitem", { name: "Before the day" }).click();
  await bert.page.getByLabel("Your name for today").fill("Bert");
  await bert.page.keyboard.press("Enter");
  await bert.page.getByText("a colleague", { exact: true }).click();
  for (const text of tasks) await bert.page.getByText(text, { exact: true }).click();
  await expect(bert.page.getByRole("checkbox", { name: "Read one complaint" })).toBeChecked();
  const answers = await downloaded(bert.page, () =>
    bert.page.getByRole("button", { name: "Save my answers as a file" }).click(),
  );

  await takeIn(page, [answers]);
  await page.goto(board.replace(/#\/board\/([^/]+)\/.*/, "#/prepare/$1/before-the-day"));
  await expect(part.getByRole("row", { name: /^Bert/ })).toContainText("3 of 3");
});
