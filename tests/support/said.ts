/** What a page says aloud, sentence by sentence: the next one may take the place of the last at once. */
import { expect, type Page } from "@playwright/test";

/** Listens from here on, until the page is loaded anew; answers what waits until a sentence like this was said. */
export async function listenToSaid(page: Page): Promise<(sentence: RegExp) => Promise<void>> {
  const heard = await page.locator("output[aria-live=polite]").evaluateHandle((region) => {
    const sentences: string[] = [];
    const listen = () => sentences.push(region.textContent ?? "");
    new MutationObserver(listen).observe(region, { childList: true, characterData: true, subtree: true });
    return sentences;
  });
  return (sentence) =>
    expect.poll(() => heard.jsonValue()).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]));
}
