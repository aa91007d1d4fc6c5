/** A hand on mouse and keyboard: input events of the browser itself, at the pace of a screen. */
import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";
import type { Point } from "./benchPage.ts";

/** Between two events of a moving hand. */
export const FRAME_MS = 1000 / 60;
const CTRL = 2;
const SHIFT = 8;

export interface Hand {
  wheel(at: Point, delta: Point, withCtrl?: boolean): Promise<void>;
  move(at: Point, isPressed?: boolean): Promise<void>;
  press(at: Point): Promise<void>;
  release(at: Point): Promise<void>;
  click(at: Point, options?: { readonly withShift?: boolean; readonly isDouble?: boolean }): Promise<void>;
}

/** Every event is waited for until the page has handled it: all contenders answer the same number of events. */
export function openHand(cdp: CDPSession): Hand {
  const send = (type: "mousePressed" | "mouseReleased" | "mouseMoved", at: Point, more: object) =>
    cdp.send("Input.dispatchMouseEvent", { type, x: at.x, y: at.y, ...more });
  const button = { button: "left", buttons: 1, clickCount: 1 } as const;
  const hand: Hand = {
    async wheel(at, { x, y }, withCtrl = false) {
      const modifiers = withCtrl ? CTRL : 0;
      const event = { type: "mouseWheel", x: at.x, y: at.y, deltaX: x, deltaY: y, modifiers } as const;
      await cdp.send("Input.dispatchMouseEvent", event);
    },
    async move(at, isPressed = false) {
      await send("mouseMoved", at, isPressed ? { button: "left", buttons: 1 } : { button: "none", buttons: 0 });
    },
    async press(at) {
      await send("mousePressed", at, button);
    },
    async release(at) {
      await send("mouseReleased", at, { ...button, buttons: 0 });
    },
    async click(at, { withShift = false, isDouble = false } = {}) {
      await hand.move(at);
      for (const clickCount of isDouble ? [1, 2] : [1]) {
        const more = { ...button, clickCount, modifiers: withShift ? SHIFT : 0 };
        await send("mousePressed", at, more);
        await send("mouseReleased", at, { ...more, buttons: 0 });
      }
    },
  };
  return hand;
}

/** Does `step` for 0 … `count` − 1, at most once a frame; one that takes longer makes the whole longer. */
export async function paced(count: number, step: (index: number) => Promise<void>, apart = FRAME_MS): Promise<void> {
  let next = performance.now();
  for (let index = 0; index < count; index += 1) {
    const early = next - performance.now();
    if (early > 0) await pause(early);
    next = Math.max(performance.now(), next) + apart;
    await step(index);
  }
}

export async function typeKeys(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
