/**
 * One disk write for what all rooms have to store: while the relay is quiet an edit is written at once; while one write
 * is under way or has just ended, what arrives waits and goes into the next one together.
 */
import type { CloseReason } from "@sameside/protocol";
import { closeUnstored } from "../roomStore/engineAway.ts";
import type { RoomStore, Write } from "../roomStore/roomStore.ts";

/**
 * After a write that kept the relay from everything else, so many times its duration is left for everything else. A
 * store that does not block needs no pause: while it writes, edits are collected.
 */
const PAUSE_TIMES_BLOCKED = 2;
/** After a write of many so long is left for each of them: in a burst, fewer writes of more cost less. */
const PAUSE_MS_PER_EDIT = 0.02;
const MAX_PAUSE_MS = 10;

/** What is to be stored, and whom to tell. Exactly one of the two is called, in the order of `add`. */
export interface Entry {
  /** Empty = nothing to store: `stored` tells that all that was added before is on disk. */
  readonly writes: readonly Write[];
  /** `rows` as of `RoomStore.commit`, for `writes`. */
  readonly stored: (rows: readonly number[]) => void;
  /** The disk did not take it: it must be treated as never received. `why`: as who sent it is told. */
  readonly failed: (why: CloseReason) => void;
}

export class GroupCommit {
  readonly #store: Pick<RoomStore, "commit">;
  readonly #log: (line: string) => void;
  #queue: Entry[] = [];
  #running: Promise<void> | undefined;
  #quietFrom = 0;
  #problem: string | undefined;

  constructor(store: Pick<RoomStore, "commit">, log: (line: string) => void) {
    this.#store = store;
    this.#log = log;
  }

  /** Why the last write failed; `undefined` while all is well. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Entries that wait for the next write. */
  get waiting(): number {
    return this.#queue.length;
  }

  add(entry: Entry): void {
    this.#queue.push(entry);
    this.#running ??= this.#run();
  }

  /** Resolves when all that was added before is on disk or has failed. */
  settled(): Promise<void> {
    return new Promise((resolve) => this.add({ writes: [], stored: () => resolve(), failed: () => resolve() }));
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      await this.#paused();
      const entries = this.#queue;
      this.#queue = [];
      await this.#write(entries);
    }
    this.#running = undefined;
  }

  /** At least one turn of the event loop, so that all frames that have arrived together are stored together. */
  async #paused(): Promise<void> {
    const wait = this.#quietFrom - performance.now();
    await new Promise<void>((resolve) => {
      if (wait > 0) setTimeout(resolve, wait);
      else setImmediate(resolve);
    });
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    const writes = entries.flatMap((entry) => entry.writes);
    let rows: readonly number[];
    try {
      rows = writes.length > 0 ? await this.#commit(writes) : [];
    } catch (error) {
      this.#problem = `The relay cannot store: ${error instanceof Error ? error.message : "unknown reason"}.`;
      this.#log(`${this.#problem} Make room on its disk; devices keep their changes until then.`);
      this.#fail(entries, closeUnstored(error));
      return;
    }
    if (writes.length > 0) this.#problem = undefined;
    let next = 0;
    for (const { writes: own, stored } of entries) {
      this.#tell(stored, rows.slice(next, next + own.length));
      next += own.length;
    }
  }

  #commit(writes: readonly Write[]): Promise<readonly number[]> {
    const begin = performance.now();
    const committing = this.#store.commit(writes);
    const blocked = performance.now() - begin;
    const pause = Math.max(PAUSE_TIMES_BLOCKED * blocked, PAUSE_MS_PER_EDIT * writes.length);
    this.#quietFrom = begin + blocked + Math.min(MAX_PAUSE_MS, pause);
    return committing;
  }

  /** What was added while the write was under way builds on it, and fails with it. */
  #fail(entries: readonly Entry[], why: CloseReason): void {
    const dependent = this.#queue;
    this.#queue = [];
    for (const { failed } of [...entries, ...dependent]) this.#tell(failed, why);
  }

  /** One listener that throws must not keep the others from hearing, nor stop the relay from storing. */
  #tell<News>(listener: (news: News) => void, news: News): void {
    try {
      listener(news);
    } catch (error) {
      this.#log(
        `A room did not take the news of a write: ${error instanceof Error ? error.message : "unknown reason"}`,
      );
    }
  }
}
