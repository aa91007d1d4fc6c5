/** Runs in every page under test before its own scripts: frames, what was painted when, and the peers' own edits. */
import type { EditOrder, Painted, Recorder } from "./benchPage.ts";

/** Handed to the page as text: it may use nothing from outside of it. */
export function installRecorder(): void {
  const clock = { key: 0, message: 0 };
  const ordersByToken = new Map<string, number>();
  const typedKeys: number[] = [];
  const typedTimes: number[] = [];
  let stamps: number[] | undefined;
  let waiting = new Set<string>();
  let seen: { token: string; key: number; message: number }[] = [];
  let painted: Record<string, Painted> = {};
  let keyOrder: EditOrder | undefined;
  let before = "";

  // A message that is sent in a frame's callbacks is heard when that frame was painted.
  const afterPaint = new MessageChannel();
  const paintListeners: (() => void)[] = [];
  afterPaint.port1.onmessage = () => {
    const now = performance.now();
    for (const { token, key, message } of seen.splice(0))
      painted[token] = { key, message, order: ordersByToken.get(token) ?? 0, painted: now };
    for (const pressed of typedKeys.splice(0)) typedTimes.push(now - pressed);
    for (const listener of paintListeners.splice(0)) listener();
  };
  const onPainted = () =>
    new Promise<number>((resolve) => {
      paintListeners.push(() => resolve(performance.now()));
      afterPaint.port2.postMessage(0);
    });

  const frame = (time: number) => {
    if (!stamps) return;
    stamps.push(time);
    afterPaint.port2.postMessage(0);
    requestAnimationFrame(frame);
  };
  const eachFrame = (isDone: () => boolean) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (isDone()) void onPainted().then(resolve);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

  const look = (text: string | null) => {
    if (text === null || waiting.size === 0) return;
    for (const token of waiting) {
      if (!text.includes(token)) continue;
      waiting.delete(token);
      seen.push({ token, ...clock });
    }
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") look(target.textContent);
      for (const node of addedNodes) look(node.textContent);
    }
  });
  const { fillText } = CanvasRenderingContext2D.prototype;
  const watchedFillText: typeof fillText = function (this: CanvasRenderingContext2D, text, ...rest) {
    look(text);
    fillText.call(this, text, ...rest);
  };

  window.addEventListener(
    "keydown",
    (event) => {
      clock.key = event.timeStamp;
      if (stamps) typedKeys.push(event.timeStamp);
      if (event.key !== "F9" || !keyOrder) return;
      event.stopImmediatePropagation();
      window.benchPage?.reword?.(keyOrder, "local");
    },
    true,
  );
  // The first listener of every socket: what is seen afterwards came with it.
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener("message", () => {
        clock.message = performance.now();
      });
    }
  };

  const recorder: Recorder = {
    drawn: (cards) => eachFrame(() => (window.benchPage?.drawnCards() ?? 0) >= cards),
    expectMove() {
      before = JSON.stringify(window.benchPage?.view());
    },
    moved: () => eachFrame(() => JSON.stringify(window.benchPage?.view()) !== before),
    startFrames() {
      // Left running by an act that failed, it goes on.
      if (!stamps) requestAnimationFrame(frame);
      stamps = [];
    },
    stopFrames() {
      const all = stamps ?? [];
      stamps = undefined;
      return all.slice(1).map((time, index) => time - (all[index] ?? time));
    },
    watch(tokens) {
      waiting = new Set(tokens);
      painted = {};
      seen = [];
      typedTimes.length = 0;
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      CanvasRenderingContext2D.prototype.fillText = watchedFillText;
    },
    stopWatching() {
      observer.disconnect();
      CanvasRenderingContext2D.prototype.fillText = fillText;
      waiting = new Set();
      return painted;
    },
    typed: () => typedTimes,
    reword: (orders, apart) =>
      new Promise((resolve) => {
        let next = 0;
        const timer = setInterval(() => {
          const order = orders[next];
          next += 1;
          if (order) {
            ordersByToken.set(order.token, performance.now());
            window.benchPage?.reword?.(order, "remote");
            return;
          }
          clearInterval(timer);
          resolve();
        }, apart);
      }),
    onKey(order) {
      keyOrder = order;
    },
  };
  Object.assign(window, { recorder });
}
