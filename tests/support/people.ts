/** What people do with the app, by the names that they see or hear. */
import { readFile } from "node:fs/promises";
import { type Browser, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { readSameside } from "@sameside/interchange";
import { type BoardView, boardFromState, type CardView, readBoard } from "@sameside/model";
import * as z from "zod";

export interface PersonAtTable {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** A laptop of its own: storage, cache and network apart from everybody else's. */
export async function openLaptop(browser: Browser, url: string): Promise<PersonAtTable> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(url);
  return { page, context };
}

/** Opens the example from the first screen; resolves when its map is there. */
export async function openExample(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Open an example/ }).click();
  await expect(card(page, "Old part numbers find nothing")).toBeVisible();
}

/** Chooses from "More"; `group`: the item that it stands behind. */
export async function more(page: Page, item: string | RegExp, group?: string): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  if (group !== undefined) await page.getByRole("menuitem", { name: group, exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** Shares the map and returns the links to write and to read. */
export async function invite(page: Page, name: string): Promise<{ write: string; read: string }> {
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const nameField = dialog.getByLabel("Your name for today");
  const shareButton = dialog.getByRole("button", { name: "Share it and show the link" });
  if (await isAsked(nameField, shareButton)) {
    await nameField.fill(name);
    await dialog.getByRole("button", { name: "Go on" }).click();
  }
  await shareButton.click();
  const write = await dialog.getByLabel("Link to write", { exact: true }).inputValue();
  const read = await dialog.getByLabel("Link to read only", { exact: true }).inputValue();
  await page.keyboard.press("Escape");
  return { write, read };
}

/** Joins by a link as a person of this name; resolves when the map is there. */
export async function join(
  page: Page,
  link: string,
  name: string,
  role: "a customer" | "a colleague" = "a customer",
): Promise<void> {
  await page.goto(link);
  await introduce(page, name, role);
}

/** Answers the short questions before the map, as far as they are asked; resolves when the map is there. */
export async function introduce(
  page: Page,
  name: string,
  role: "a customer" | "a colleague" = "a customer",
): Promise<void> {
  await page.getByLabel("Your name for today").fill(name);
  const choice = page.getByRole("radio", { name: new RegExp(role) });
  // Who is invited to look on, or to help, is not asked on which side they sit.
  if ((await choice.count()) > 0) await choice.check({ force: true });
  await page.getByRole("button", { name: /^(?:Go on|Go to the map)$/ }).click();
  const needed = page.getByRole("checkbox", { name: /^I take part/ });
  const map = page.locator("[data-touchpoint-id]").first();
  // Who looks on, or runs it, is not asked; nor is who agreed before.
  if (await isAsked(needed, map)) await agree(page);
  await expect(map).toBeVisible();
}

/** Waits until one of the two is there; `true` when it is the field. One question: between two the page may be drawn anew. */
async function isAsked(field: Locator, otherwise: Locator): Promise<boolean> {
  return field.or(otherwise).evaluate((element) => element instanceof HTMLInputElement);
}

/** Agrees that one's words are kept, and to nothing more, on the second screen before the map. */
export async function agree(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: /^I take part/ }).check({ force: true });
  await page.getByRole("button", { name: "Go to the map" }).click();
}

/** Reads the role card as a colleague who is about to listen, rule by rule. */
export async function tickRoleCard(page: Page): Promise<void> {
  const roleCard = page.getByRole("dialog", { name: "Your role card" });
  await expect(roleCard).toBeVisible();
  for (const rule of await roleCard.getByRole("checkbox").all()) await rule.check({ force: true });
  await roleCard.getByRole("button", { name: "To the map" }).click();
  await expect(roleCard).toBeHidden();
}

/** The seat this device holds in its one workshop, from its own disk. */
export async function heldSeat(page: Page) {
  let row: unknown;
  // Many who come at once are not all stored when the last of them has agreed.
  await expect
    .poll(async () => {
      row = await storedWorkshop(page);
      return row;
    })
    .toBeDefined();
  const { id, group, seat } = HeldRow.parse(row);
  return { workshop: id, group, ...seat };
}

function storedWorkshop(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("sameside");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("workshops").objectStore("workshops").getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result[0]);
          };
        };
      }),
  );
}

const HeldRow = z.object({
  id: z.string(),
  group: z.string(),
  seat: z.object({ token: z.string(), person: z.string(), role: z.string() }),
});

/** The card with this text, on the map. */
export function card(page: Page, text: string) {
  return page.locator("[data-card-id]").filter({ hasText: text }).first();
}

/** Waits until the screen says this of where the work is. */
export async function expectState(page: Page, state: string | RegExp): Promise<void> {
  await expect(page.getByLabel(/^Where the work is: /).first()).toHaveAccessibleName(
    typeof state === "string" ? `Where the work is: ${state}` : state,
  );
}

/** Writes cards in the cell of one: select it, N, words, Ctrl+Enter (done, and the next one below) …, Escape. */
export async function writeCards(page: Page, beside: string, texts: readonly string[]): Promise<void> {
  await card(page, beside).click();
  await page.keyboard.press("n");
  for (const text of texts) {
    await page.keyboard.insertText(text);
    await page.keyboard.press("Control+Enter");
  }
  await page.keyboard.press("Escape");
  for (const text of texts) await expect(card(page, text)).toBeVisible();
}

export async function writeCard(page: Page, beside: string, text: string): Promise<void> {
  await writeCards(page, beside, [text]);
}

/** The document itself, by way of a saved copy. */
export async function savedBoard(page: Page): Promise<BoardView> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /Save a copy/ }).click();
  const file = await (await downloading).path();
  const read = readSameside(new Uint8Array(await readFile(file)));
  if (!read.ok) throw new Error(`the saved copy cannot be read: ${JSON.stringify(read)}`);
  const [document] = read.contents.documents;
  if (!document?.state) throw new Error("the saved copy holds no board");
  return readBoard(boardFromState(document.state));
}

/** Every card on a board, placed or not. */
export function allCards(view: BoardView): CardView[] {
  return view.journeys
    .flatMap((journey) => journey.phases)
    .flatMap((phase) => [phase, ...phase.touchpoints])
    .flatMap((holder) => Object.values(holder.cardsByLane).flat())
    .concat(view.unplaced.map((entry) => entry.card));
}

/** The texts of the stack that a card stands in, on the first map. */
export function stackOf(view: BoardView, text: string): string[] {
  const stacks = (view.journeys[0]?.phases ?? [])
    .flatMap((phase) => [phase, ...phase.touchpoints])
    .flatMap((holder) => Object.values(holder.cardsByLane));
  return stacks.find((cards) => cards.some((it) => it.text === text))?.map((it) => it.text) ?? [];
}
