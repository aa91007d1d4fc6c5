/** Words that are programs: names, cards and imported files are shown as text, and no script of theirs runs (SECURITY.md). */
import { expect, type Page } from "@playwright/test";
import { card, expectState, invite, join, openExample, openLaptop, writeCard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const NAME = "<img src=x onerror=globalThis.ran=1>";
const CARDS = [
  "<script>globalThis.ran=2</script>",
  "<svg onload=globalThis.ran=3>",
  "[a link](javascript:globalThis.ran=4)",
  '"><iframe srcdoc="<script>parent.ran=5</script>">',
];

async function nothingRan(page: Page): Promise<void> {
  expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
  await expect(page.locator("iframe, script:not([src]), img[src='x'], a[href^='javascript:']")).toHaveCount(0);
}

test("of a person’s name and of cards are read, not run, on everybody’s screen", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const mallory = await openLaptop(browser, "about:blank");
  await join(mallory.page, write, NAME);
  for (const text of CARDS) {
    await writeCard(mallory.page, PAIN, text);
    await expect(card(anna.page, text)).toBeVisible();
  }
  await expect(anna.page.getByRole("img", { name: NAME, exact: false })).toBeVisible();
  await anna.page.reload();
  await expect(card(anna.page, CARDS[0] ?? "")).toBeVisible();
  await expectState(anna.page, "saved for the table");
  await nothingRan(anna.page);
  await nothingRan(mallory.page);
});

test("that got into the page all the same are stopped by its policy", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const stopped = await anna.page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const directives: string[] = [];
        document.addEventListener("securitypolicyviolation", (event) => {
          directives.push(event.effectiveDirective);
          if (directives.length === 4) resolve(directives.sort());
        });
        const script = document.createElement("script");
        script.textContent = "globalThis.ran = 1";
        const elsewhere = document.createElement("script");
        elsewhere.src = "https://evil.example/a.js";
        const frame = document.createElement("object");
        frame.data = "https://evil.example/a.html";
        const button = document.createElement("button");
        document.body.append(script, elsewhere, frame, button);
        button.setAttribute("onclick", "globalThis.ran = 2");
        button.click();
        button.remove();
      }),
  );
  expect(stopped).toEqual(["object-src", "script-src-attr", "script-src-elem", "script-src-elem"]);
  await expect.poll(() => anna.page.evaluate(() => "ran" in globalThis)).toBe(false);
});
