/** Who is measured, and what the bench does with each of them. */
import type { BrowserContext, CDPSession, Page } from "@playwright/test";
import type { EditOrder, Painted, Point, View } from "./benchPage.ts";
import type { Hand } from "./hand.ts";
import type { Scene } from "./scene.ts";

/** Ours first: the others' figures are told as times ours. */
export const CONTENDER_NAMES = ["ours", "floor-dom", "floor-canvas", "dom", "tldraw", "excalidraw"] as const;
export type ContenderName = (typeof CONTENDER_NAMES)[number];

export interface Contender {
  readonly name: ContenderName;
  /** With its version. */
  readonly title: string;
  /** Brings the scene to it. Called once for a scene. */
  open(scene: Scene): Promise<Board>;
}

/** A contender that holds a scene; every page of it begins afresh with the same cards. */
export interface Board {
  readonly context: BrowserContext;
  readonly url: string;
  /** Called in a page before its own scripts. */
  prepare(page: Page): Promise<void>;
  /** All cards, with the keys and texts that they have in this contender. */
  readonly cards: readonly { readonly key: string; readonly text: string }[];
  /** How many cards are drawn when the first view is there. */
  readonly firstCards: number;
  /** What the wheel has to turn with Ctrl for this step of the zoom; in a step of at most a tenth. */
  zoomDelta(from: number, to: number): number;
  /** Selects cards on the screen; how many are then selected. */
  select(stage: Stage, keys: readonly string[]): Promise<number>;
  /** Somebody else changes these cards, one after the other, `apart` ms from each other. */
  editFromOutside(stage: Stage, orders: readonly EditOrder[], apart: number): Promise<void>;
  /** How long each outside edit took to be painted, in ms: since it came to the page, and since it was made. */
  outsideTimes(painted: Readonly<Record<string, Painted>>): { readonly page: number[]; readonly whole: number[] };
  /** This page's own person changes a card that is on the screen; the last key press makes it appear. */
  editHere(stage: Stage, order: EditOrder): Promise<void>;
  close(): Promise<void>;
}

/** An open page of a board. */
export interface Stage {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly hand: Hand;
  /** How far the board moves for one unit of the wheel. */
  readonly panByDelta: number;
}

export async function viewOf({ page }: Pick<Stage, "page">): Promise<View> {
  const view = await page.evaluate(() => window.benchPage?.view());
  if (!view) throw new Error("The page has no view.");
  return view;
}

export async function cardsOnScreen({ page }: Pick<Stage, "page">) {
  return page.evaluate(() => window.benchPage?.cardsOnScreen() ?? []);
}

/** The middle of what the board has of the window. */
export async function middleOf({ page }: Pick<Stage, "page">): Promise<Point> {
  const frame = await page.evaluate(() => window.benchPage?.frame());
  if (!frame) throw new Error("The page has no board.");
  return { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
}
