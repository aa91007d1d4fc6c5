/** What a screen reader meets, light and dark, wide and narrow: nothing serious by axe (SPEC W2). */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { card, openExample } from "../support/people.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelayProcess();
});
test.afterAll(async () => {
  await relay.remove();
});

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

for (const [look, colorScheme, width, height] of [
  ["light on a laptop", "light", 1280, 800],
  ["dark on a laptop", "dark", 1280, 800],
  ["light on a phone", "light", 390, 844],
] as const) {
  test(`start page, board, inspector and dialogs: ${look}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(relay.url);
    await expect(page.getByRole("button", { name: /Open an example/ })).toBeVisible();
    expect(await seriousProblems(page)).toEqual([]);
    await openExample(page);
    expect(await seriousProblems(page)).toEqual([]);
    await card(page, "Old part numbers find nothing").click();
    expect(await seriousProblems(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await seriousProblems(page)).toEqual([]);
  });
}
