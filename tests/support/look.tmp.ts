import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./chromium.ts";
import { card, invite, join as joinTable, openExample } from "./people.ts";
import { startRelayProcess } from "./relayProcess.ts";
import { mkdirSync } from "node:fs";
const OUT = "/tmp/shots"; mkdirSync(OUT, { recursive: true });
const relay = await startRelayProcess();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, executablePath: findChromium()! });
const shot = (p: any, n: string) => p.screenshot({ path: `${OUT}/${n}.png` });
for (const [name, w, h, scheme] of [["lap", 1280, 800, "light"], ["lapdark", 1280, 800, "dark"], ["phone", 390, 844, "light"], ["wide", 2560, 1440, "light"]] as const) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme, reducedMotion: "reduce" });
  context.setDefaultTimeout(15000);
  const page = await context.newPage();
  try {
  await page.goto(relay.url); await page.getByRole("button", { name: /Open an example/ }).waitFor(); await shot(page, `${name}-start`);
  await openExample(page); await shot(page, `${name}-board`);
  const { write } = await invite(page, "Maria");
  const gc = await browser.newContext({ viewport: { width: 1280, height: 800 } }); const guest = await gc.newPage(); await joinTable(guest, write, "Jo");
  await card(guest, "People who know pumps answer").click();
  if (name !== "phone") { await page.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" }).click(); await shot(page, `${name}-inspect`); await page.keyboard.press("Escape"); await page.keyboard.press("Escape"); }
  await page.getByRole("button", { name: "More", exact: true }).click(); await shot(page, `${name}-menu`); await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k"); await page.waitForTimeout(400); await shot(page, `${name}-palette`); await page.keyboard.press("Escape");
  await page.keyboard.press("Control+f"); await page.waitForTimeout(300); await page.keyboard.type("price"); await page.waitForTimeout(300); await shot(page, `${name}-find`); await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Alt+p"); await page.waitForTimeout(300); await shot(page, `${name}-present`); await page.keyboard.press("Escape");
  await page.goto(relay.url + "/#/"); await page.waitForTimeout(500); await shot(page, `${name}-home`);
  await gc.close();
  } catch (e) { console.log(name, String(e).slice(0, 300)); await shot(page, `${name}-failed`); }
  await context.close();
}
await browser.close(); await relay.remove();
