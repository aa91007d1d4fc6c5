/**
 * What a room tells everybody, collected: a quiet room is told at once, a busy one in batches, with the more time between
 * two of them the more people there are. A batch is one buffer, made once, and one write for each socket.
 */
import { presenceFrame } from "./frames.ts";
import type { PresenceBook, PresenceNews } from "./presenceBook.ts";
import { Batch, toWire } from "./wire.ts";

/** Between two batches at least, and in the largest rooms; a socket's write costs the same for one message or many. */
const MIN_COOL_DOWN_MS = 2;
const MAX_COOL_DOWN_MS = 45;
/** What each member adds to it: so that a room of two thousand is told some twenty times a second. */
const COOL_DOWN_MS_PER_MEMBER = 0.0225;
/** So long a pointer waits for company, when no edit takes it along at once. */
const PRESENCE_WAIT_MS = 20;
/** So long "I am still here" waits, when nothing else is told: devices give each other up after 30 s, and say it every 15 s. */
const RENEWAL_WAIT_MS = 5_000;
/** Pointer moves in one batch, times members: beyond it, in very large rooms, only some of those who move are shown … */
const MOVES_TIMES_MEMBERS = 20_000;
/** … but all of them within so many batches. */
const BATCHES_FOR_ALL_MOVES = 100;

/** Time as a room has it, in milliseconds. */
export interface RoomClock {
  /** Since some moment; never jumps. */
  readonly now: () => number;
  /** Calls `run` after `ms`; 0 = as soon as what is under way is done. */
  readonly later: (ms: number, run: () => void) => void;
}

export const ROOM_CLOCK: RoomClock = {
  now: () => performance.now(),
  later: (ms, run) => {
    if (ms > 0) setTimeout(run, ms).unref();
    else process.nextTick(run);
  },
};

/** Who is told. */
export interface Listener {
  /** Hears a batch, and what is stored of its own. Absent = only the latter. */
  tell(batch: Batch | undefined): void;
}

interface PendingNews {
  readonly news: PresenceNews;
  readonly isFromHere: boolean;
}

export interface BroadcastParts<L extends Listener> {
  readonly listeners: ReadonlySet<L>;
  readonly presence: Pick<PresenceBook<never>, "states">;
  readonly clock: RoomClock;
  /** Tells other relays what was announced on this one. */
  readonly publish: (news: readonly PresenceNews[]) => void;
}

export class Broadcast<L extends Listener> {
  readonly #parts: BroadcastParts<L>;
  #edits: Uint8Array[] = [];
  #authors = new Set<L>();
  readonly #newsByClient = new Map<number, PendingNews>();
  /** Everybody who is here, as of some moment since the last batch: what changed since is still to be told. */
  #everybody: Batch | undefined;
  #quietFrom = 0;
  #flushAt = Number.POSITIVE_INFINITY;

  constructor(parts: BroadcastParts<L>) {
    this.#parts = parts;
  }

  /** Tells an edit, whole on the wire. */
  edit(wire: Uint8Array): void {
    this.#edits.push(wire);
    this.#flushIn(0);
  }

  /** Tells an author what is stored, together with the edits. */
  stored(author: L): void {
    this.#authors.add(author);
    this.#flushIn(0);
  }

  news(all: readonly PresenceNews[], isFromHere: boolean): void {
    for (const news of all) {
      this.#newsByClient.set(news.clientId, { news: this.#withPending(news), isFromHere });
      this.#flushIn(news.is === "renewal" ? RENEWAL_WAIT_MS : PRESENCE_WAIT_MS);
    }
  }

  /** Tells a newcomer who is here; absent = nobody. */
  everybody(): Batch | undefined {
    if (this.#everybody) return this.#everybody;
    const states = this.#parts.presence.states();
    if (states.length > 0) this.#everybody = new Batch([toWire(presenceFrame(states))]);
    return this.#everybody;
  }

  /** An older state of the client that nobody was told must not make the newer one look like less than it is. */
  #withPending(news: PresenceNews): PresenceNews {
    const pending = this.#newsByClient.get(news.clientId)?.news;
    const isMore = pending !== undefined && (news.is === "renewal" || (news.is === "move" && pending.is === "arrival"));
    return isMore ? { ...news, is: pending.is } : news;
  }

  #flushIn(ms: number): void {
    const now = this.#parts.clock.now();
    const at = Math.max(now + ms, this.#quietFrom);
    if (at >= this.#flushAt) return;
    this.#flushAt = at;
    this.#parts.clock.later(Math.max(at - now, 0), () => {
      if (this.#flushAt === at) this.#flush();
    });
  }

  #flush(): void {
    const { listeners, clock } = this.#parts;
    this.#flushAt = Number.POSITIVE_INFINITY;
    const batch = this.#takeBatch();
    const authors = this.#authors;
    this.#authors = new Set();
    for (const listener of batch ? listeners : authors) listener.tell(batch);
    // From now, not from when it began: a slow machine then tells less often, and has the same time for all else.
    this.#quietFrom = clock.now() + coolDownMs(listeners.size);
    if (this.#newsByClient.size > 0) this.#flushIn(0);
  }

  #takeBatch(): Batch | undefined {
    const chunks = this.#edits;
    this.#edits = [];
    const told = this.#takeNews();
    if (told.length > 0) {
      this.#everybody = undefined;
      chunks.push(toWire(presenceFrame(told.map(({ news }) => news))));
      this.#parts.publish(told.flatMap(({ news, isFromHere }) => (isFromHere ? [news] : [])));
    }
    return chunks.length > 0 ? new Batch(chunks).joined() : undefined;
  }

  /** All news but, of moves, no more than fit: those that have waited longest. */
  #takeNews(): readonly PendingNews[] {
    const pending = this.#newsByClient;
    const fitting = Math.floor(MOVES_TIMES_MEMBERS / Math.max(1, this.#parts.listeners.size));
    let moves = Math.max(1, fitting, Math.ceil(pending.size / BATCHES_FOR_ALL_MOVES));
    const taken: PendingNews[] = [];
    for (const [clientId, entry] of pending) {
      if (entry.news.is === "move" && moves-- <= 0) continue;
      taken.push(entry);
      pending.delete(clientId);
    }
    return taken;
  }
}

function coolDownMs(members: number): number {
  return Math.min(MAX_COOL_DOWN_MS, Math.max(MIN_COOL_DOWN_MS, members * COOL_DOWN_MS_PER_MEMBER));
}
