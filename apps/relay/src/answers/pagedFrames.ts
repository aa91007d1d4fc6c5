/**
 * What every newcomer is told, as frames that are built once: items lie in pages, and a change makes only its own page
 * new. 2,000 people who join while 2,000 names come in would else cost a frame of everything for each.
 */
import { limits } from "@sameside/protocol";

interface Page<Item> {
  readonly itemByKey: Map<string, Item>;
  frame: Uint8Array | undefined;
}

export class PagedFrames<Item> {
  readonly #encode: (items: readonly Item[]) => Uint8Array;
  readonly #pages: Page<Item>[] = [];
  readonly #pageByKey = new Map<string, Page<Item>>();

  constructor(encode: (items: readonly Item[]) => Uint8Array) {
    this.#encode = encode;
  }

  put(key: string, item: Item): void {
    const page = this.#pageByKey.get(key) ?? this.#lastPage();
    page.itemByKey.set(key, item);
    page.frame = undefined;
    this.#pageByKey.set(key, page);
  }

  remove(key: string): void {
    const page = this.#pageByKey.get(key);
    if (!page) return;
    page.itemByKey.delete(key);
    page.frame = undefined;
    this.#pageByKey.delete(key);
  }

  /** The same buffers for everybody: they must not be changed. */
  frames(): readonly Uint8Array[] {
    return this.#pages.filter(({ itemByKey }) => itemByKey.size > 0).map((page) => this.#frameOf(page));
  }

  #lastPage(): Page<Item> {
    const last = this.#pages.at(-1);
    if (last && last.itemByKey.size < limits.MAX_ANSWERS_PER_MESSAGE) return last;
    const page: Page<Item> = { itemByKey: new Map(), frame: undefined };
    this.#pages.push(page);
    return page;
  }

  #frameOf(page: Page<Item>): Uint8Array {
    page.frame ??= this.#encode([...page.itemByKey.values()]);
    return page.frame;
  }
}

/** Frames of any number of items, as many in each as one message may hold. */
export function framesOf<Item>(items: readonly Item[], encode: (items: readonly Item[]) => Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let start = 0; start < items.length; start += limits.MAX_ANSWERS_PER_MESSAGE)
    frames.push(encode(items.slice(start, start + limits.MAX_ANSWERS_PER_MESSAGE)));
  return frames;
}
