/** What newcomers are first answered with: the distinct answers are kept, to be read as documents after the rush. */
import { crc32 } from "node:zlib";
import * as Y from "yjs";

const MAX_KEPT = 30;

export interface FirstAnswersReport {
  /** Answers that are the board, are not, and were too many to be read: those are judged by their length. */
  readonly whole: number;
  readonly wrong: number;
  readonly empty: number;
  /** Different answers that were read as documents. */
  readonly read: number;
}

interface Kept {
  readonly updates: readonly Uint8Array[];
  clients: number;
}

export class FirstAnswers {
  readonly #underWay = new Map<number, Uint8Array[]>();
  readonly #keptByHash = new Map<number, Kept>();
  readonly #smallest: number;
  #unread = 0;
  #short = 0;
  #empty = 0;

  /** `smallest`: bytes below which an answer cannot be the whole board. */
  constructor(smallest: number) {
    this.#smallest = smallest;
  }

  hear(client: number, update: Uint8Array): void {
    const updates = this.#underWay.get(client) ?? [];
    updates.push(update.slice());
    this.#underWay.set(client, updates);
  }

  /** The answer of this client is complete. */
  end(client: number): void {
    const updates = this.#underWay.get(client) ?? [];
    this.#underWay.delete(client);
    const bytes = updates.reduce((sum, update) => sum + update.length, 0);
    const hash = updates.reduce((value, update) => crc32(update, value), bytes);
    const known = this.#keptByHash.get(hash);
    if (bytes <= 2 * updates.length) this.#empty += 1;
    else if (known) known.clients += 1;
    else if (this.#keptByHash.size < MAX_KEPT) this.#keptByHash.set(hash, { updates, clients: 1 });
    else if (bytes < this.#smallest) this.#short += 1;
    else this.#unread += 1;
  }

  /** Reads what was kept; `board` is what each answer must come to. */
  report(board: Y.Doc): FirstAnswersReport {
    const wanted = JSON.stringify(board.getMap("cards").toJSON());
    let [whole, wrong] = [this.#unread, this.#short];
    for (const { updates, clients } of this.#keptByHash.values()) {
      const doc = new Y.Doc();
      for (const update of updates) Y.applyUpdate(doc, update);
      if (JSON.stringify(doc.getMap("cards").toJSON()) === wanted) whole += clients;
      else wrong += clients;
      doc.destroy();
    }
    return { whole, wrong, empty: this.#empty, read: this.#keptByHash.size };
  }
}
