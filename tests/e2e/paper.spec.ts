/** Printing and pictures: what comes out holds the map's words, as text (SPEC W20, W21). */
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { TEXT_LOOKS, type TextStyle, tableWidthOf } from "@sameside/layout";
import { expectNothingSeriousIn, LIGHT_AND_DARK } from "../support/axe.ts";
import { pdfPages, pdfSizes } from "../support/pdfText.ts";
import { allCards, card, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const bare = (text: string) => text.replace(/\s+/g, "");

async function cardTexts(page: Page): Promise<string[]> {
  return allCards(await savedBoard(page)).map(({ text }) => bare(text));
}

async function print(page: Page): Promise<Buffer> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true });
}

async function download(page: Page, button: string): Promise<Buffer> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFile(await (await downloading).path());
}

const timesIn = (text: string, part: string) => text.split(part).length - 1;

test("Ctrl+P prints a map as one page, as tiles and as a poster, and its text stays text", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const written = allCards(await savedBoard(page)).map(({ text }) => text);
  const texts = written.map(bare);
  await page.keyboard.press("Control+p");
  const dialog = page.getByRole("dialog", { name: "Print, or save as a picture" });
  await expect(dialog.getByText("1 sheet, 297 × 210 mm")).toBeVisible();

  const onePage = await print(page);
  expect(pdfSizes(onePage)).toEqual([[297, 210]]);
  const [words = ""] = pdfPages(onePage);
  expect(words).toContain("Replacingafailedpump");
  for (const text of texts) expect(timesIn(words, text)).toBe(1);

  await dialog.getByRole("radio", { name: "A3" }).check({ force: true });
  await dialog.getByRole("radio", { name: "Portrait" }).check({ force: true });
  await expect(dialog.getByText("1 sheet, 297 × 420 mm")).toBeVisible();
  expect(pdfSizes(await print(page))).toEqual([[297, 420]]);

  await dialog.getByRole("radio", { name: "Landscape" }).check({ force: true });
  await dialog.getByRole("radio", { name: "A4" }).check({ force: true });
  await dialog.getByRole("radio", { name: "Tiles to glue" }).check({ force: true });
  await expect(dialog.getByText("4 sheets, each 297 × 210 mm")).toBeVisible();
  const tiles = await print(page);
  expect(pdfSizes(tiles)).toHaveLength(4);
  const together = pdfPages(tiles).join("\n");
  // What is narrower than the strip that two sheets share is whole on one of them.
  const shortWords = written.flatMap((text) => text.split(/\s+/)).filter((word) => word.length <= 5);
  expect(shortWords.filter((word) => !together.includes(word))).toEqual([]);
  expect(texts.filter((text) => together.includes(text)).length).toBeGreaterThan(texts.length / 2);
  expect(pdfPages(tiles)[3]).toContain("row2of2,column2of2");

  await dialog.getByRole("radio", { name: "One poster" }).check({ force: true });
  const poster = await print(page);
  expect(pdfSizes(poster)).toHaveLength(1);
  expect(pdfSizes(poster)[0]?.[0]).toBeGreaterThan(450);
  for (const text of texts) expect(timesIn(pdfPages(poster)[0] ?? "", text)).toBe(1);
});

test("the browser's own print prints the map as well, from each view, and shows the page again", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  for (const view of ["Table", "Outline", "Canvas"]) {
    await page.getByRole("navigation", { name: "Ways to see the map" }).getByRole("link", { name: view }).click();
    await expect(page.locator("[data-touchpoint-id]").first()).toBeVisible();
    const pdf = await print(page);
    expect(pdfSizes(pdf)).toEqual([[297, 210]]);
    expect(pdfPages(pdf)[0]).toContain("Oldpartnumbersfindnothing");
  }
  await expect(page.locator(".paper-print")).toHaveCount(0);
  await expect(card(page, "Old part numbers find nothing")).toBeVisible();
});

test("a picture is the whole map or what is selected, as SVG and as PNG", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const texts = await cardTexts(page);
  await page.locator("[data-phase-id]").filter({ hasText: "Find" }).click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Print, or save as a picture…" }).click();

  const svg = (await download(page, "Save as picture (SVG)")).toString("utf8");
  const parsed = await page.evaluate((source) => {
    const root = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
    const cards = [...root.querySelectorAll("[data-card]")].map((element) => element.textContent);
    return {
      root: root.localName,
      cards,
      elements: new Set([...root.querySelectorAll("*")].map((it) => it.localName)).size,
    };
  }, svg);
  expect(parsed.root).toBe("svg");
  // People's own words in a lane of quotes are shown in quotation marks.
  const drawn = parsed.cards.map((text) => bare(text ?? "").replace(/^“(.*)”$/, "$1"));
  expect(drawn.toSorted()).toEqual(texts.toSorted());
  expect(svg).toContain("@font-face");

  const png = await download(page, "Save as picture (PNG)");
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  const [, width = "0"] = /^<svg[^>]* width="(\d+)"/.exec(svg) ?? [];
  expect(png.readUInt32BE(16)).toBe(2 * Number(width));

  await page.getByRole("radio", { name: "What is selected" }).check({ force: true });
  const part = (await download(page, "Save as picture (SVG)")).toString("utf8");
  expect(part).toContain("Old part numbers find");
  expect(part).not.toContain("Stock list");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();

  // Several that are chosen are a part as well, in each view.
  for (const view of ["Canvas", "Table"]) {
    await page.getByRole("link", { name: view }).click();
    await card(page, "Price only after log-in").click();
    await card(page, "Old part numbers find nothing").click({ modifiers: ["Shift"] });
    await page.keyboard.press("Control+p");
    await page.getByRole("radio", { name: "What is selected" }).check({ force: true });
    const several = (await download(page, "Save as picture (SVG)")).toString("utf8");
    expect(timesIn(several, "data-card=")).toBe(2);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  }
});

test("the dialog works on a phone, by keyboard, and holds nothing serious for axe, light and dark", async ({
  browser,
}) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(relay.url);
  await openExample(page);
  await page.keyboard.press("Control+p");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expectNothingSeriousIn(page, LIGHT_AND_DARK);
  await dialog.getByRole("radio", { name: "One page" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: "Tiles to glue" })).toBeChecked();
  await expect(dialog.getByText(/4 sheets/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("the table of letter widths is that of the fonts", { tag: "@whole-browser" }, async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const samples = ["The quick brown fox, 0123456789!", "Übergröße “façade” – naïve … 5 €", "WAVE iill (jj) @#%&"];
  const measured = await page.evaluate(
    async ({ looks, texts }) => {
      const context = document.createElement("canvas").getContext("2d");
      const style = getComputedStyle(document.documentElement);
      const widths: Record<string, number[]> = {};
      for (const [name, { family, size, weight }] of Object.entries(looks)) {
        const font = `${weight} ${size}px ${style.getPropertyValue(`--${family}`)}`;
        await document.fonts.load(font, texts.join(""));
        if (!context) return widths;
        context.font = font;
        // Letter by letter: the table knows no kerning.
        widths[name] = texts.map((text) => [...text].reduce((sum, it) => sum + context.measureText(it).width, 0));
      }
      return widths;
    },
    { looks: TEXT_LOOKS, texts: samples },
  );
  for (const style of Object.keys(TEXT_LOOKS) as TextStyle[])
    samples.forEach((text, index) => {
      const width = measured[style]?.[index] ?? 0;
      expect(Math.abs(tableWidthOf(text, style) - width) / width).toBeLessThan(0.01);
    });
});
