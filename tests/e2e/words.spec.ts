/** No word of the interface stands outside the catalogue: in the pseudo language every one is in brackets (SPEC W1). */
import { expect, type Locator, type Page } from "@playwright/test";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

/** What people wrote themselves, what a template wrote for them, and the relay's short codes. */
const CONTENT =
  /Replacing a failed pump|Distributors|http:\/\/\S+|Anna|Ten to one|Good|Bad|ten\.mmd|[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/g;

/** Visible texts and accessible labels that no bracket covers and nobody typed. */
async function wordsLeftOut(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const found: { where: string; text: string }[] = [];
    const contentOfTheMap =
      "[data-card-id],[data-touchpoint-id],[data-phase-id],[data-lane-id],[data-content-of],textarea,.react-flow__attribution";
    const check = (text: string | null, element: Element) => {
      if (text && !element.closest(contentOfTheMap)) found.push({ where: element.tagName.toLowerCase(), text });
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (element && !["SCRIPT", "STYLE"].includes(element.tagName)) check(walker.currentNode.textContent, element);
    }
    for (const element of document.body.querySelectorAll("[aria-label],[title],[placeholder],[alt],[aria-valuetext]")) {
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext"])
        check(element.getAttribute(name), element);
    }
    check(document.title, document.documentElement);
    return found;
  });
  return said
    .map(({ where, text }) => ({
      where,
      text,
      rest: uncovered(text)
        .replace(CONTENT, "")
        .replace(/[^\p{L}]/gu, ""),
    }))
    .filter(({ rest }) => rest.length > 2)
    .map(({ where, text }) => `${where}: ${text}`);
}

/** A text without what is in brackets; brackets may hold brackets, where one word of the catalogue holds another. */
function uncovered(text: string): string {
  const without = text.replace(/⟦[^⟦⟧]*⟧/g, "");
  return without === text ? text : uncovered(without);
}

/** A control by a word of the catalogue: its pseudo form keeps the letters, with accents. */
function named(place: Page | Locator, role: Parameters<Page["getByRole"]>[0], english: string): Locator {
  const accented = [...english].map((letter) => (/[a-z]/i.test(letter) ? "\\p{L}" : letter === " " ? "\\s" : "."));
  return place.getByRole(role, { name: new RegExp(`^⟦${accented.join("")}⟧`, "u") }).first();
}

test("the start page and its dialogs", async ({ page }) => {
  await page.goto(`${relay.url}/?lang=pseudo`);
  await expect(page).toHaveTitle(/⟦/);
  await expect(page.getByText(/⟦/).first()).toBeVisible();
  expect(await wordsLeftOut(page)).toEqual([]);
  for (const action of ["Start a map", "Join"]) {
    await named(page, "button", action).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await wordsLeftOut(page)).toEqual([]);
    await page.keyboard.press("Escape");
  }
  const choosing = page.waitForEvent("filechooser");
  await named(page, "button", "Open a file").click();
  const journey = "journey\n title Ten to one\n section Good\n  Good: 9: Anna\n  Bad: x: Anna\n";
  await (await choosing).setFiles({ name: "ten.mmd", mimeType: "text/plain", buffer: Buffer.from(journey) });
  await expect(page.getByRole("dialog").getByRole("radio").first()).toBeAttached();
  expect(await wordsLeftOut(page)).toEqual([]);
});

test("a board, its inspector, its menus and its dialogs", async ({ page }) => {
  await page.goto(`${relay.url}/?lang=pseudo`);
  await named(page, "button", "Open an example").click();
  await expect(page.locator("[data-card-id]").first()).toBeVisible();
  expect(await wordsLeftOut(page)).toEqual([]);
  for (const thing of ["[data-touchpoint-id]", "[data-card-id]", "[data-phase-id]", "[data-lane-id]"]) {
    await page.locator(thing).first().click();
    await expect(page.getByRole("complementary")).toBeVisible();
    const inspector = await wordsLeftOut(page);
    // Fields of the inspector hold what people wrote; only their labels are the interface's.
    expect(inspector.filter((said) => /^(label|button|h\d|legend):/.test(said))).toEqual([]);
  }
  await page.keyboard.press("Escape");
  await named(page, "button", "Invite").click();
  await page.getByRole("dialog").getByRole("textbox").fill("Anna");
  await named(page.getByRole("dialog"), "button", "Go on").click();
  await named(page.getByRole("dialog"), "button", "Share it and show the link").click();
  await expect(page.getByRole("dialog").getByRole("textbox").first()).toHaveValue(/#\/join\//);
  expect(await wordsLeftOut(page)).toEqual([]);
  await page.keyboard.press("Escape");
  for (const item of [
    ...["Save in another format/Save as a spreadsheet.", "Save in another format/Save as Mermaid."],
    ...["This map/Save as a template.", "This map/Add a map.", "Keys and gestures"],
    ...["Print, or save as a picture.", "History."],
    ...["Me and my seat/Use this seat on a second device.", "People and their seats."],
    ...["All commands.", "Present"],
  ]) {
    await named(page, "button", "More").click();
    await expect(page.getByRole("menu")).toBeVisible();
    expect(await wordsLeftOut(page)).toEqual([]);
    // What stands behind another item is written after it.
    for (const step of item.split("/")) await named(page, "menuitem", step).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await wordsLeftOut(page)).toEqual([]);
    await page.keyboard.press("Escape");
  }
});

test("the table and the outline, what can be done there, and the question where to move it", async ({ page }) => {
  await page.goto(`${relay.url}/?lang=pseudo`);
  await named(page, "button", "Open an example").click();
  for (const view of ["Table", "Outline"]) {
    await named(page, "link", view).click();
    await expect(page.locator("[data-rating-of]").first()).toBeVisible();
    expect(await wordsLeftOut(page)).toEqual([]);
    for (const thing of ["[data-phase-id]", "[data-touchpoint-id]", "[data-card-id]", "[data-lane-id]"]) {
      await page.locator(thing).first().focus();
      await page.keyboard.press("Shift+F10");
      await expect(page.getByRole("menu")).toBeVisible();
      expect(await wordsLeftOut(page)).toEqual([]);
      await named(page, "menuitem", "Move to.").click();
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await wordsLeftOut(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
    await page.locator("[data-rating-of]").first().click();
    await expect(page.getByRole("menu")).toBeVisible();
    expect(await wordsLeftOut(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("[data-card-id]").first().focus();
    await page.keyboard.press("n");
    await expect(page.getByRole("main").getByRole("textbox")).toBeFocused();
    expect(await wordsLeftOut(page)).toEqual([]);
    await page.keyboard.press("Escape");
  }
});
