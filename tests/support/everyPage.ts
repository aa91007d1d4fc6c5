/**
 * Takes a picture of every page, panel and dialog that is not the day's, to be looked at: light and dark, on a laptop, a
 * phone and a wide screen. `node tests/support/everyPage.ts [pattern of names]` after a build; they go to .cache/pages.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./chromium.ts";
import { openShownTypes } from "./everyType.ts";
import { card, invite, join as joinTable, more, openExample } from "./people.ts";
import { startRelayProcess } from "./relayProcess.ts";
import { keepVersion, openHistory } from "./versions.ts";

const FOLDER = join(import.meta.dirname, "../../.cache/pages");
/** The one that a page is worked on at first. */
const LAPTOP = { width: 1280, height: 800 };
const SIZES = { laptop: LAPTOP, phone: { width: 390, height: 844 }, wide: { width: 2560, height: 1440 } };
/** Two frames: what a new size moves is drawn by then. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

const wanted = new RegExp(process.argv[2] ?? "");
type Theme = "light" | "dark";
interface Stop {
  /** Escape by default. */
  readonly shut?: () => Promise<unknown>;
  /** What a page looks like that is opened at this size, not brought to it. */
  readonly anew?: () => Promise<unknown>;
}
type Shoot = (name: string, open?: () => Promise<unknown>, stop?: Stop) => Promise<void>;

mkdirSync(FOLDER, { recursive: true });
const relay = await startRelayProcess();
const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) });
const missed: string[] = [];
try {
  for (const theme of ["light", "dark"] as const) await takeAll(browser, theme);
} finally {
  await browser.close();
  await relay.remove();
}
for (const name of missed) console.error(`not taken: ${name}`);
process.exitCode = missed.length > 0 ? 1 : 0;

async function takeAll(on: Browser, theme: Theme): Promise<void> {
  const context = await on.newContext({ viewport: LAPTOP, colorScheme: theme, reducedMotion: "reduce" });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const shoot = openShoot(page, theme);
  await page.goto(relay.url);
  await takeStart(page, shoot);
  await openExample(page);
  const { write } = await invite(page, "Maria");
  const guest = await openGuest(on, write, "Jo");
  const other = await openGuest(on, write, "Kim");
  await openShownTypes(relay.url, page, [guest, other]);
  await takeBoard(page, shoot);
  await takeDialogs(page, shoot);
  await takeOtherViews(page, shoot);
  await takeSeveral(page, shoot);
  await takeKept(page, shoot);
  await context.close();
  await guest.context().close();
  await other.context().close();
}

async function openGuest(on: Browser, link: string, name: string): Promise<Page> {
  const context = await on.newContext({ viewport: LAPTOP });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await joinTable(page, link, name);
  return page;
}

/** What cannot be opened is told at the end, and the others are taken all the same. */
function openShoot(page: Page, theme: Theme): Shoot {
  return async (name, open, { shut, anew } = {}) => {
    if (!wanted.test(name)) return;
    try {
      await open?.();
      if (name.startsWith("dialog-")) await page.locator("[role=dialog], [role=menu]").first().waitFor();
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        if (anew) {
          await page.reload();
          await anew();
        }
        await drawn(page);
        await page.screenshot({ path: join(FOLDER, `${name}-${theme}-${size}.png`) });
      }
    } catch (error) {
      missed.push(`${name} (${theme}): ${String(error).split("\n")[0]}`);
    }
    await page.setViewportSize(LAPTOP);
    await drawn(page);
    await (shut ? shut() : page.keyboard.press("Escape"));
  };
}

async function takeStart(page: Page, shoot: Shoot): Promise<void> {
  const action = (name: RegExp) => () => page.getByRole("button", { name }).first().click();
  await shoot("start-empty", () => page.getByRole("button", { name: /Open an example/ }).waitFor());
  await shoot("start-template", action(/Start a map/));
  await shoot("start-workshop", action(/Prepare a workshop/));
  await shoot("start-join", action(/^Join/));
  await shoot("start-paste", action(/Paste lines/));
}

async function takeBoard(page: Page, shoot: Shoot): Promise<void> {
  const inspector = page.getByRole("complementary");
  const touchpoint = page.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" });
  await shoot("board-canvas", undefined, { anew: () => touchpoint.waitFor() });
  await shoot("board-near", () => page.keyboard.press("Control+0"), {
    shut: () => page.keyboard.press("Shift+1"),
  });
  await shoot("board-touchpoint", () => touchpoint.click());
  await shoot("board-card", async () => {
    await card(page, "Old part numbers find nothing").click();
    await inspector.getByLabel("Say something about it").fill("Was it so with you, too?");
    await page.keyboard.press("Control+Enter");
    await inspector.getByText("Was it so with you, too?").scrollIntoViewIfNeeded();
  });
  await shoot("board-types", async () => {
    await page.getByRole("button", { name: "Lane: Feeling" }).click();
    await inspector.getByRole("radio", { name: "Customer types apart" }).check({ force: true });
  });
  await shoot("board-find", async () => {
    await page.keyboard.press("Control+f");
    await page.keyboard.type("part");
  });
  await page.keyboard.press("Escape");
}

async function takeDialogs(page: Page, shoot: Shoot): Promise<void> {
  await shoot("dialog-more", () => page.getByRole("button", { name: "More", exact: true }).click());
  await shoot("dialog-palette", () => page.keyboard.press("Control+k"));
  await shoot("dialog-keys", () => page.keyboard.press("?"));
  await shoot("dialog-shown", () => more(page, "What is shown…"));
  await shoot("dialog-views", () => more(page, "Views…"));
  await shoot("dialog-print", () => more(page, "Print, or save as a picture…"));
  await shoot("dialog-invite", () => page.getByRole("button", { name: "Invite", exact: true }).click());
  await shoot("dialog-here", () => page.getByRole("button", { name: /^Who is here/ }).click());
  await keepVersion(page, "Before the break");
  await card(page, "Old part numbers find nothing").click();
  await page.keyboard.press("Control+d");
  await page.keyboard.press("Escape");
  await shoot("dialog-history", () => openHistory(page));
  await shoot("dialog-compare", async () => {
    const dialog = await openHistory(page);
    await dialog.getByRole("button", { name: /^Compare Before/ }).click();
  });
}

async function takeOtherViews(page: Page, shoot: Shoot): Promise<void> {
  const view = (name: string) => page.getByRole("link", { name, exact: true }).click();
  await shoot("view-table", () => view("Table"));
  await shoot("view-outline", () => view("Outline"));
  await view("Canvas");
  await shoot("view-present", () => page.keyboard.press("p"), { shut: async () => {} });
  await shoot("view-present-phase", async () => {
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
  });
}

async function takeSeveral(page: Page, shoot: Shoot): Promise<void> {
  const fromMaps = async (item: RegExp) => {
    await page.getByRole("button", { name: /^Maps on this board/ }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await shoot("several-stacked", async () => {
    await more(page, "Copy this map as a what-if", "This map");
    await fromMaps(/^Beside it: .*as it is today$/);
  });
  await shoot("several-beside", () => fromMaps(/^Side by side/));
}

async function takeKept(page: Page, shoot: Shoot): Promise<void> {
  await page.goto(`${relay.url}#/`);
  await shoot("start-kept", () => page.getByRole("button", { name: /Open an example/ }).waitFor());
  await page.goto(`${relay.url}#/laptop`);
  await shoot("laptop", () => page.getByRole("heading", { level: 1 }).waitFor());
}
