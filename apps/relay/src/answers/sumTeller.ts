/** Tells sums and counts to everybody, together and at a pace; what goes on changing is agreed with other relays. */
import type { AnswerRow, OpenedItem } from "@sameside/protocol";
import type { DeskMember } from "../room/desk.ts";
import type { Background } from "./background.ts";
import type { ItemTally } from "./itemTally.ts";
import { type Listeners, tell } from "./listeners.ts";
import { type Clock, Pace } from "./pace.ts";
import { Tallies } from "./tallies.ts";
import type { ToldSum, ToldSums } from "./toldSums.ts";

/** Sums are told so often at most, in milliseconds. */
const SUMS_EVERY_MS = 500;

export interface SumTellerParts {
  readonly listeners: Listeners;
  readonly toldSums: ToldSums;
  readonly isOpen: (item: OpenedItem) => boolean;
  readonly clock: Clock;
  readonly background: Background;
  /** Tells other relays which sum is told. */
  readonly publish: (told: ToldSum) => void;
}

export interface SumNews {
  /** Rows that are on disk. */
  readonly rows?: readonly AnswerRow[];
  /** Items whose sums may be told from now on. */
  readonly opened?: readonly OpenedItem[];
  /** Sums that other relays have told, or that were told before this one started. */
  readonly told?: readonly ToldSum[];
}

export class SumTeller {
  readonly #parts: SumTellerParts;
  readonly #tallies: Tallies;
  readonly #pace: Pace;
  #isClosed = false;

  constructor(parts: SumTellerParts) {
    this.#parts = parts;
    this.#tallies = new Tallies(parts.isOpen);
    this.#pace = new Pace(parts.clock, SUMS_EVERY_MS, () => this.#tell());
  }

  /** What has become known; told together, so that no sum is made of half of it. */
  update({ rows = [], opened = [], told = [] }: SumNews): void {
    const counted = rows.filter((row) => this.#tallies.put(row));
    for (const item of opened) this.#tallies.change(item);
    const adopted = told.filter((sum) => this.#parts.toldSums.isNews(sum));
    for (const sum of adopted) this.#tallies.adopt(sum, sum.sum);
    if (counted.length + opened.length + adopted.length > 0) this.#pace.news();
  }

  /** Tells a newcomer all there is. */
  welcome(member: DeskMember): void {
    tell(member, this.#tallies.frames());
  }

  close(): void {
    this.#isClosed = true;
    this.#pace.close();
  }

  #tell(): void {
    for (const { item, tally } of this.#tallies.sumUp()) this.#parts.background.run(() => this.#agree(item, tally));
    this.#parts.listeners.tellAll(this.#tallies.takeNews());
  }

  async #agree(item: OpenedItem, tally: ItemTally): Promise<void> {
    const sum = tally.sum();
    const told = await this.#parts.toldSums.agree(item, sum);
    if (told.sum === sum) {
      tally.tell(sum);
      this.#parts.publish(told);
    } else tally.adopt(told.sum);
    this.#tallies.change(item);
    if (!this.#isClosed) this.#pace.news();
  }
}
