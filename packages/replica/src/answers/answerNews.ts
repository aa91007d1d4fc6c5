/** What the relay tells of everybody's answers: sums, and what the reveal has opened. */
import type { FromRelay, OpenedItem, TallyNews } from "@sameside/protocol";
import type { AnswerDisk, KeptNews } from "./answerDisk.ts";

export interface AnswerNews {
  isOpened(item: OpenedItem): boolean;
  tally(item: OpenedItem): TallyNews | undefined;
  /** `true` when something is known that was not. */
  heard(message: FromRelay): boolean;
  /** All of it, as messages. */
  told(): readonly FromRelay[];
  /** Items that somebody waits for and that are not open yet. */
  awaited(): readonly OpenedItem[];
  /** Resolves when all of them are open; rejects when the waiting is ended. */
  untilOpened(items: readonly OpenedItem[]): Promise<void>;
  endWaiting(reason: string): void;
}

interface Waiting {
  readonly items: readonly OpenedItem[];
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export function openAnswerNews(kept: KeptNews, disk: Pick<AnswerDisk, "storeNews">): AnswerNews {
  const openedByKey = new Map(kept.opened.map((item) => [itemKey(item), item]));
  const tallyByKey = new Map(kept.tallies.map((tally) => [itemKey(tally), tally]));
  const waiting = new Set<Waiting>();
  let isKeeping = false;
  let isStale = false;
  const isOpened = (item: OpenedItem) => openedByKey.has(itemKey(item));

  return {
    isOpened,
    tally: (item) => tallyByKey.get(itemKey(item)),
    heard(message) {
      if (message.say === "opened") return takeOpened(message.items);
      if (message.say !== "tallies") return false;
      for (const tally of message.tallies) tallyByKey.set(itemKey(tally), tally);
      keep();
      return true;
    },
    told: () => [
      { say: "opened", items: [...openedByKey.values()] },
      { say: "tallies", tallies: [...tallyByKey.values()] },
    ],
    awaited: () => [...waiting].flatMap(({ items }) => items.filter((item) => !isOpened(item))),
    untilOpened(items) {
      return new Promise((resolve, reject) => {
        waiting.add({ items, resolve, reject });
        settle();
      });
    },
    endWaiting(reason) {
      for (const { reject } of waiting) reject(new Error(reason));
      waiting.clear();
    },
  };

  function takeOpened(items: readonly OpenedItem[]): boolean {
    const fresh = items.filter((item) => !isOpened(item));
    for (const item of fresh) openedByKey.set(itemKey(item), item);
    settle();
    if (fresh.length > 0) keep();
    return fresh.length > 0;
  }

  function settle(): void {
    for (const one of waiting) {
      if (!one.items.every(isOpened)) continue;
      waiting.delete(one);
      one.resolve();
    }
  }

  /** Never two writes at a time: what comes meanwhile is kept together afterwards. */
  function keep(): void {
    isStale = true;
    if (isKeeping) return;
    isKeeping = true;
    void keepAll().finally(() => {
      isKeeping = false;
    });
  }

  async function keepAll(): Promise<void> {
    while (isStale) {
      isStale = false;
      try {
        await disk.storeNews({ opened: [...openedByKey.values()], tallies: [...tallyByKey.values()] });
      } catch (error) {
        // The relay tells all of it again with the next connection.
        console.warn("Sums from the relay could not be stored on this device", error);
      }
    }
  }
}

function itemKey({ topic, item }: OpenedItem): string {
  return `${topic}/${item}`;
}
