/** Our built app on its relay: a journey imported and shared as people do it, and a second device at the table. */

import { type Browser, type BrowserContext, expect } from "@playwright/test";
import { asBoardDocument, type BoardDocument, readBoard, rewordCard } from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { allCards, expectState, heldSeat, invite } from "../../support/people.ts";
import type { EditOrder, PlacedCard, ShownCard } from "./benchPage.ts";
import { type Board, type Contender, cardsOnScreen, type Stage } from "./contender.ts";
import { paced, typeKeys } from "./hand.ts";
import { installOurPage } from "./ourPage.ts";
import { installRecorder } from "./recorder.ts";
import type { Scene } from "./scene.ts";
import { VIEWPORT } from "./stage.ts";
import { keyOf, reworded, TOKEN_LENGTH } from "./token.ts";

/** A wheel with Ctrl: an octave for 500. */
const DELTA_PER_OCTAVE = 500;
/** Kerning may set a line of the peers otherwise; more than this and they would show another board. */
const MOST_MISPLACED = 0.05;
const IMPORT_TIMEOUT_MS = 60_000;

export function ourApp(browser: Browser, relayUrl: string): Contender {
  return { name: "ours", title: "Sameside", open: (scene) => openOurs(browser, relayUrl, scene) };
}

async function openOurs(browser: Browser, relayUrl: string, scene: Scene): Promise<Board> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const { url, device } = await importAndShare(context, relayUrl, scene);
  const first = await lookAt(context, url);
  insistOnPlaces(first.whole, scene.cards);
  const cards = allCards(readBoard(device.board));
  const cardsById = new Map(cards.map((card) => [card.id, card]));
  /** When each edit was made, on the clock of this machine. */
  const madeAt = new Map<string, number>();

  return {
    context,
    url,
    prepare: async (page) => {
      await page.addInitScript(installRecorder);
      await page.addInitScript(installOurPage);
    },
    cards: cards.map(({ id, text }) => ({ key: id, text })),
    firstCards: first.shown,
    zoomDelta: (from, to) => -Math.log2(to / from) * DELTA_PER_OCTAVE,
    select: shiftClick,
    async editFromOutside({ page }, orders, apart) {
      const origin = await page.evaluate(() => performance.timeOrigin);
      madeAt.clear();
      await paced(
        orders.length,
        async (index) => {
          const order = orders[index];
          const card = cardsById.get(order?.key ?? "");
          if (!order || !card) throw new Error(`There is no card ${order?.key}.`);
          madeAt.set(order.token, performance.timeOrigin + performance.now() - origin);
          // A card's words are its author's: this is the author's other device.
          const by = { person: card.author, role: card.authorRole, now: Date.now };
          const outcome = rewordCard(device.board, by, { card: card.id, text: reworded(card.text, order.token) });
          if (outcome.outcome !== "done") throw new Error(`The edit was ${JSON.stringify(outcome)}.`);
        },
        apart,
      );
    },
    outsideTimes(painted) {
      const all = Object.entries(painted);
      return {
        page: all.map(([, each]) => each.painted - each.message),
        whole: all.map(([token, each]) => each.painted - (madeAt.get(token) ?? Number.NaN)),
      };
    },
    editHere: typeOnCard,
    async close() {
      device.close();
      await context.close();
    },
  };
}

async function importAndShare(context: BrowserContext, relayUrl: string, scene: Scene) {
  const page = await context.newPage();
  await page.goto(relayUrl);
  const file = { name: "journey.csv", mimeType: "text/csv", buffer: Buffer.from(scene.csv) };
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.locator("[data-card-id]").first()).toBeVisible({ timeout: IMPORT_TIMEOUT_MS });
  await invite(page, "Anna");
  await expectState(page, "saved for the table");
  const seat = await heldSeat(page);
  const device = await connectDevice(relayUrl, boardRoom(seat.workshop, seat.group), seat.token);
  const url = page.url();
  await page.close();
  return { url, device };
}

interface SecondDevice {
  readonly board: BoardDocument;
  close(): void;
}

async function connectDevice(relayUrl: string, room: string, token: string): Promise<SecondDevice> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${relayUrl.replace("http", "ws")}/sync`, room, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  await new Promise<void>((resolve) => {
    provider.once("sync", () => resolve());
  });
  return {
    board: asBoardDocument(doc),
    close() {
      provider.destroy();
      // Presence has a clock of its own, which ends with the document.
      doc.destroy();
    },
  };
}

/** Opens the board as the measured pages will: how many cards it shows, and those that it shows wholly. */
async function lookAt(context: BrowserContext, url: string) {
  const page = await context.newPage();
  await page.addInitScript(installOurPage);
  await page.goto(url);
  await expect(page.locator("[data-card-id]").first()).toBeVisible({ timeout: IMPORT_TIMEOUT_MS });
  await expectState(page, "saved for the table");
  const view = await page.evaluate(() => window.benchPage?.view());
  if (!view) throw new Error("Our canvas has no view: did its viewport get another name?");
  const whole = (await cardsOnScreen({ page })).map((card) => ({ ...card, rect: inLayout(card, view) }));
  const shown = await page.locator("[data-card-id]").evaluateAll((elements) => {
    const frame = window.benchPage?.frame();
    if (!frame) return 0;
    return elements.filter((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return left < frame.x + frame.width && top < frame.y + frame.height && right > frame.x && bottom > frame.y;
    }).length;
  });
  await page.close();
  return { whole, shown };
}

function inLayout({ rect }: ShownCard, { x, y, zoom }: { x: number; y: number; zoom: number }) {
  return { x: (rect.x - x) / zoom, y: (rect.y - y) / zoom, width: rect.width / zoom, height: rect.height / zoom };
}

/** The peers show our layout, worked out without a browser: it has to be what our app shows. */
function insistOnPlaces(shown: readonly ShownCard[], placed: readonly PlacedCard[]): void {
  const placedByKey = new Map(placed.map((card) => [card.key, card]));
  const misplaced = shown.filter(({ text, rect }) => {
    const there = placedByKey.get(keyOf(text));
    return !there || Math.hypot(there.x - rect.x, there.y - rect.y) > 1 || Math.abs(there.height - rect.height) > 1;
  });
  if (misplaced.length > shown.length * MOST_MISPLACED)
    throw new Error(`${misplaced.length} of ${shown.length} cards stand elsewhere in our app than in the scene.`);
}

/** Answers what is selected after the second click when that is less than two: then there is no such gesture. */
async function shiftClick({ page, hand }: Stage, keys: readonly string[]): Promise<number> {
  const cards = new Map((await cardsOnScreen({ page })).map((card) => [card.key, card]));
  let selected = 0;
  for (const [index, key] of keys.entries()) {
    const card = cards.get(key);
    if (!card) throw new Error(`The card ${key} is not on the screen.`);
    const { x, y, width, height } = card.rect;
    await hand.click({ x: x + width / 2, y: y + height / 2 }, { withShift: index > 0 });
    if (index !== 1 && index !== keys.length - 1) continue;
    selected = await page.locator("[data-card-id]:is([data-selected], :has([data-selected]))").count();
    if (index === 1 && selected < 2) return selected;
  }
  return selected;
}

/** Replaces the last word, key by key; Escape writes it. */
async function typeOnCard(stage: Stage, { key, token }: EditOrder): Promise<void> {
  const { page, hand } = stage;
  const isHeld = await page.evaluate(
    (id) => document.activeElement?.closest("[data-card-id]")?.getAttribute("data-card-id") === id,
    key,
  );
  if (!isHeld) {
    const card = (await cardsOnScreen(stage)).find((each) => each.key === key);
    if (!card) throw new Error(`The card ${key} is no longer on the screen.`);
    await hand.click({ x: card.rect.x + card.rect.width / 2, y: card.rect.y + card.rect.height / 2 });
  }
  await typeKeys(page, ["F2"]);
  await page.locator("textarea:focus").waitFor();
  await typeKeys(page, ["End", ...Array.from({ length: TOKEN_LENGTH }, () => "Backspace"), ...token, "Escape"]);
}
