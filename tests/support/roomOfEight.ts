/** A room of eight people at two tables, from the first screen of who prepares it to the map of each of them. */
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { listenIn } from "./listenIn.ts";
import { agree } from "./people.ts";

type RoleToday = "customer" | "colleague" | "moderator";

/** As they stand on the list: four customers of two types, two of them with a phone, two colleagues, two moderators. */
const LIST = [
  { name: "Cara", role: "customer", department: "", customerType: "Loyalists", hasPhone: false },
  { name: "Dora", role: "customer", department: "", customerType: "Loyalists", hasPhone: true },
  { name: "Eli", role: "customer", department: "", customerType: "Rejectors", hasPhone: true },
  { name: "Fay", role: "customer", department: "", customerType: "Rejectors", hasPhone: false },
  { name: "Bert", role: "colleague", department: "Sales", customerType: "", hasPhone: false },
  { name: "Gus", role: "colleague", department: "Service", customerType: "", hasPhone: false },
  { name: "Mo", role: "moderator", department: "", customerType: "", hasPhone: false },
  { name: "Nia", role: "moderator", department: "", customerType: "", hasPhone: false },
] as const satisfies readonly { readonly role: RoleToday; readonly [fact: string]: unknown }[];

/** Somebody's table card. */
export interface TableCard {
  readonly name: string;
  readonly table: string;
  readonly code: string;
}

export interface PersonInRoom extends TableCard {
  readonly role: RoleToday;
  readonly hasPhone: boolean;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page has sent so far. */
  readonly sent: () => string;
}

/** One table with its four. */
export interface Table {
  readonly name: string;
  readonly group: string;
  readonly moderator: PersonInRoom;
  readonly colleague: PersonInRoom;
  /** Customers: one at a laptop, one with a phone. */
  readonly customer: PersonInRoom;
  readonly onPhone: PersonInRoom;
  readonly all: readonly PersonInRoom[];
}

/** From the first screen: a workshop with two tables, its people by a pasted list, everybody seated by type. */
export async function prepareRoom(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: /Prepare a workshop/ }).click();
  const making = page.getByRole("dialog", { name: "Prepare a workshop" });
  await making.getByLabel("What is it called?").fill(title);
  await making.getByRole("radio", { name: "Half a day" }).check({ force: true });
  await making.getByRole("button", { name: "Make the workshop" }).click();
  await expect(page.getByRole("heading", { name: `Prepare: ${title}` })).toBeVisible();

  const people = page.getByRole("region", { name: "People", exact: true });
  await people.getByRole("button", { name: "Paste a list…" }).click();
  const pasting = page.getByRole("dialog", { name: "Paste a list of people" });
  const lines = LIST.map(({ name, role, department, customerType }) => [name, role, department, customerType].join());
  await pasting.getByLabel("Your list").fill(["Name,Role,Department,Customer type", ...lines].join("\n"));
  await expect(pasting.getByText("8 people: 4 customers, 2 colleagues, 2 moderators.")).toBeVisible();
  await pasting.getByRole("button", { name: /on the list/ }).click();

  const seating = page.getByRole("region", { name: "Who sits where" });
  await seating.getByRole("button", { name: "Seat everybody" }).click();
  await expect(seating.getByText("All wishes are kept.")).toBeVisible();
}

/** What is printed for each, with the codes of a workshop that is shared. On the page of who prepares. */
export async function tableCards(page: Page): Promise<readonly TableCard[]> {
  await page.getByRole("region", { name: "Who sits where" }).getByRole("button", { name: "Print…" }).click();
  await page.getByRole("radio", { name: /Table cards/ }).check({ force: true });
  await expect(page.getByText(/Each card carries its person’s own code/)).toBeVisible();
  const cards = await page.locator(".people-card").evaluateAll((all) =>
    all.map((card) => {
      const said = (part: string) => card.querySelector(part)?.textContent ?? "";
      return { name: said(".people-card-name"), table: said(".people-card-table"), code: said(".people-card-code") };
    }),
  );
  await page.keyboard.press("Escape");
  return cards;
}

/** The links of these people's own invites, as the list of invites on a map shows them. */
export async function ownLinks(page: Page, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("8 personal codes").click();
  const links = new Map<string, string>();
  for (const name of names) {
    await dialog.getByRole("button", { name: new RegExp(`^More about the invite .*: ${name} · `) }).click();
    await page.getByRole("menuitem", { name: "Show the link" }).click();
    links.set(name, await dialog.getByLabel(new RegExp(`^Link: ${name} · `)).inputValue());
  }
  await page.keyboard.press("Escape");
  return links;
}

/** Comes in on a device of their own: by a link, or by the code that is typed. Resolves before consent is asked. */
export async function sitDown(
  browser: Browser,
  relayUrl: string,
  card: TableCard,
  link?: string,
): Promise<PersonInRoom> {
  const listed = LIST.find(({ name }) => name === card.name);
  if (!listed) throw new Error(`nobody is called ${card.name}`);
  const { role, hasPhone } = listed;
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const context = await browser.newContext(hasPhone ? phone : { viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const { sent } = listenIn(page);
  await page.goto(link ?? relayUrl);
  if (link === undefined) {
    await page.getByRole("button", { name: /^Join/ }).click();
    await page.getByLabel("Invite link or code").fill(card.code);
    await page.getByRole("dialog").getByRole("button", { name: "Join", exact: true }).click();
  }
  // Whose code it is stands there; nobody chooses what they are.
  await expect(page.getByLabel("Your name for today")).toHaveValue(card.name);
  await expect(page.getByRole("radio")).toHaveCount(0);
  await page.getByRole("button", { name: "Go on" }).click();
  return { ...card, role, hasPhone, context, page, sent };
}

/** Agrees to what is needed, and to these; resolves on the map of their table. */
export async function agreeTo({ page, table }: PersonInRoom, purposes: readonly string[] = []): Promise<void> {
  for (const purpose of purposes) await page.getByRole("checkbox", { name: purpose }).check({ force: true });
  await agree(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`· ${table}`);
}

/** Who of these sits there. */
export function tableOf(people: readonly PersonInRoom[], name: string, group: string): Table {
  const all = people.filter(({ table }) => table === name);
  const one = (role: PersonInRoom["role"], hasPhone: boolean) => {
    const found = all.find((person) => person.role === role && person.hasPhone === hasPhone);
    if (!found) throw new Error(`${name} has no ${role}`);
    return found;
  };
  return {
    ...{ name, group, all },
    moderator: one("moderator", false),
    colleague: one("colleague", false),
    customer: one("customer", false),
    onPhone: one("customer", true),
  };
}
