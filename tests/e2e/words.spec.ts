/** No word of the interface stands outside the catalogue: in the pseudo language every one is in brackets (SPEC W1). */
import { expect, type Page, test } from "@playwright/test";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelayProcess();
});
test.afterAll(async () => {
  await relay.remove();
});

/** Visible texts and accessible labels that no bracket covers and nobody typed. */
async function wordsLeftOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const isContent = (element: Element | null) =>
      element?.closest(
        "[data-card-id],[data-touchpoint-id],[data-phase-id],[data-lane-id],[data-content],.react-flow__attribution",
      ) !== null;
    const check = (text: string | null, element: Element) => {
      const rest = (text ?? "").replace(/⟦[^⟧]*⟧/g, "").replace(/[^\p{L}]/gu, "");
      if (rest.length > 1 && !isContent(element)) found.push(`${element.tagName.toLowerCase()}: ${text}`);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (element && !["SCRIPT", "STYLE"].includes(element.tagName)) check(walker.currentNode.textContent, element);
    }
    for (const element of document.body.querySelectorAll("[aria-label],[title],[placeholder],[alt]")) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) check(element.getAttribute(name), element);
    }
    check(document.title, document.documentElement);
    return found;
  });
}

test("the start page, a board, its inspector, its menus and its dialogs", async ({ page }) => {
  await page.goto(`${relay.url}/?lang=pseudo`);
  await expect(page.getByText(/⟦/).first()).toBeVisible();
  expect(await wordsLeftOut(page)).toEqual([]);
});
