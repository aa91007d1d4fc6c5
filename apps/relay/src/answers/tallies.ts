/** The sums of one workshop: which may be told, and as which frames. */
import { type AnswerRow, encodeMessage, limits, type OpenedItem, type TallyNews, type Topic } from "@sameside/protocol";
import { ItemTally, type Sum } from "./itemTally.ts";
import { framesOf, PagedFrames } from "./pagedFrames.ts";
import { ruleOf } from "./reading.ts";

export class Tallies {
  readonly #isOpen: (item: OpenedItem) => boolean;
  readonly #entryByKey = new Map<string, { readonly item: OpenedItem; readonly tally: ItemTally }>();
  readonly #pages = new PagedFrames<TallyNews>(encode);
  /** What was told last of items whose count is itself an answer, as text. */
  readonly #toldByKey = new Map<string, string>();
  /** Items of which something is to be told. */
  readonly #changed = new Set<string>();

  /** `isOpen`: the reveal has opened the item. */
  constructor(isOpen: (item: OpenedItem) => boolean) {
    this.#isOpen = isOpen;
  }

  /** Counts a row that is on disk; `false` when its topic is not counted. */
  put({ topic, item, person, value }: AnswerRow): boolean {
    if (!isCounted(topic)) return false;
    this.#of({ topic, item }).put(person, value);
    this.change({ topic, item });
    return true;
  }

  /** Something about the item is to be told. */
  change(item: OpenedItem): void {
    const key = itemKey(item);
    const entry = this.#entryByKey.get(key);
    if (!entry) return;
    this.#changed.add(key);
    const news = newsOf(entry.item, entry.tally);
    if (!isUntold(news) || this.#toldByKey.has(key)) this.#pages.put(key, news);
  }

  /** Items with news whose next sum has to be agreed with other relays before it is told; sums the others. */
  sumUp(): readonly { readonly item: OpenedItem; readonly tally: ItemTally }[] {
    const due = [...this.#changed].flatMap((key) => this.#entryByKey.get(key) ?? []).filter((it) => this.#isDue(it));
    const isFrozen = ({ item }: { readonly item: OpenedItem }) => ruleOf(item.topic).sealed;
    for (const { item, tally } of due.filter(isFrozen)) {
      tally.tell(tally.sum());
      this.change(item);
    }
    return due.filter((entry) => !isFrozen(entry));
  }

  /** The sum that was told of an item, by this relay or another. */
  adopt(item: OpenedItem, sum: Sum): void {
    if (!isCounted(item.topic)) return;
    this.#of(item).adopt(sum);
    this.change(item);
  }

  /** Frames of what has changed since the last call. */
  takeNews(): readonly Uint8Array[] {
    const news = [...this.#changed].flatMap((key) => {
      const entry = this.#entryByKey.get(key);
      const told = entry && newsOf(entry.item, entry.tally);
      return told && this.#isNews(key, told) ? [told] : [];
    });
    this.#changed.clear();
    return framesOf(news, encode);
  }

  /** Frames of everything, for a newcomer. */
  frames(): readonly Uint8Array[] {
    return this.#pages.frames();
  }

  #isDue({ item, tally }: { readonly item: OpenedItem; readonly tally: ItemTally }): boolean {
    const { read, sealed } = ruleOf(item.topic);
    return read === "tally" && (!sealed || this.#isOpen(item)) && tally.isDue;
  }

  /** A frame that says the same again would say that somebody has answered. */
  #isNews(key: string, news: TallyNews): boolean {
    if (ruleOf(news.topic).sealed) return true;
    const [before, now] = [this.#toldByKey.get(key), JSON.stringify(news)];
    if (before === now || (before === undefined && isUntold(news))) return false;
    this.#toldByKey.set(key, now);
    return true;
  }

  #of(item: OpenedItem): ItemTally {
    const key = itemKey(item);
    const known = this.#entryByKey.get(key);
    if (known) return known.tally;
    const tally = new ItemTally();
    this.#entryByKey.set(key, { item: { topic: item.topic, item: item.item }, tally });
    return tally;
  }
}

/** Names an item within a workshop. */
export function itemKey({ topic, item }: OpenedItem): string {
  return `${topic}/${item}`;
}

/** Of what everybody reads the rows of, nobody needs a count. */
function isCounted(topic: Topic): boolean {
  const { read, sealed } = ruleOf(topic);
  return read === "tally" || sealed;
}

/** How many have answered alone is told from the first on; of what goes on, so few are an answer themselves. */
function newsOf({ topic, item }: OpenedItem, tally: ItemTally): TallyNews {
  const sum = tally.told;
  const isTold = ruleOf(topic).sealed || tally.people >= limits.MIN_TALLY_PEOPLE;
  return { topic, item, people: isTold ? tally.people : 0, ...(sum ? { sum } : {}) };
}

/** Too few have answered for anything to be said. */
function isUntold({ topic, people }: TallyNews): boolean {
  return people === 0 && !ruleOf(topic).sealed;
}

function encode(tallies: readonly TallyNews[]): Uint8Array {
  return encodeMessage({ say: "tallies", tallies: [...tallies] });
}
