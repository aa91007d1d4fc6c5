/** The seats of people in workshops, and the tokens that prove them. */
import { limits, SEAT_ROLES, type Seat, type SeatAnswer } from "@sameside/protocol";
import * as z from "zod";
import { type RecordStore, Records } from "./records.ts";
import { Refused } from "./refused.ts";
import { hashOf, newToken } from "./secrets.ts";
import type { WorkshopNews } from "./workshopNews.ts";

const HeldToken = z.object({ hash: z.string(), expires: z.number() });
type HeldToken = z.infer<typeof HeldToken>;

const SeatRecord = z.object({
  role: z.enum(SEAT_ROLES),
  table: z.string().nullable(),
  /** Nobody has said yet at which table: its person may, once. */
  mayChooseTable: z.boolean().optional(),
  /** The invite it came by, so that coming again by the same one does not undo a change that was made since. */
  invite: z.string().optional(),
  /** Taken away by a facilitator. It stays, so that a device cannot come back by itself. */
  hasEnded: z.boolean().default(false),
  /** Hashes of the tokens that ended with it: with one of them, its person is known again when a new invite comes. */
  lastTokens: z.array(z.string()).optional(),
  /** The oldest first. */
  tokens: z.array(HeldToken),
  /** The one code for a second device that may be out. */
  personalCode: z.string().optional(),
});
export type SeatRecord = z.infer<typeof SeatRecord>;
/** What a seat is, without the proofs of it. */
export type SeatKind = Pick<SeatRecord, "role" | "table" | "mayChooseTable" | "invite">;

/** Whose a token is; what it is worth stands in the seat alone. */
const Holder = z.object({ workshop: z.string(), person: z.string() });
export type Holder = z.infer<typeof Holder>;

/** A seat that somebody has proved. */
export interface Entry {
  readonly seat: Seat;
  readonly tokenHash: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Counts kept in memory; the rest is counted when it is needed. */
const MAX_COUNTED_WORKSHOPS = 10_000;

interface SeatParts {
  readonly store: RecordStore;
  readonly news: WorkshopNews;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What others have to know of somebody's seat. */
export type Place = Pick<Seat, "role" | "table">;

/** What becomes another in a place; nothing where it holds as it is. */
export type Settled = Partial<Pick<SeatRecord, "table" | "mayChooseTable">>;

export class Seats {
  readonly #seats: Records<SeatRecord>;
  readonly #holders: Records<Holder>;
  readonly #news: WorkshopNews;
  readonly #now: () => number;
  /** How many seats there are, counted at the first new one and again at the limit; others may add some meanwhile. */
  readonly #countByWorkshop = new Map<string, number>();

  constructor({ store, news, now }: SeatParts) {
    this.#seats = new Records(store, "seat", SeatRecord);
    this.#holders = new Records(store, "token", Holder);
    this.#news = news;
    this.#now = now;
  }

  /** Who was given this token, whether or not it still holds: that never changes. */
  holderOf(token: string): Promise<Holder | undefined> {
    return this.#holders.read("", hashOf(token));
  }

  /** The seat as it is at this moment, when the token holds. */
  async entryOf({ workshop, person }: Holder, token: string): Promise<Entry | undefined> {
    const record = await this.#seats.read(workshop, person);
    const tokenHash = hashOf(token);
    const held = record && this.#holding(record).find(({ hash }) => hash === tokenHash);
    if (!record || !held) return undefined;
    return { seat: { workshop, person, role: record.role, table: record.table }, tokenHash, expires: held.expires };
  }

  /** As `entryOf`, for whom a token says itself. */
  async entryBy(token: string): Promise<Entry | undefined> {
    const holder = await this.holderOf(token);
    return holder && this.entryOf(holder, token);
  }

  async placeOf({ workshop, person }: Holder): Promise<Place | undefined> {
    const record = await this.#seats.read(workshop, person);
    return record && !record.hasEnded ? { role: record.role, table: record.table } : undefined;
  }

  /**
   * Gives `person` a new token for the seat that `settle` makes of the one there is (`undefined` = none).
   * What `settle` throws leaves everything as it was.
   */
  async give(
    { workshop, person }: Holder,
    settle: (old: SeatRecord | undefined, holds: (token: string) => boolean) => SeatKind,
  ): Promise<SeatAnswer> {
    const isFull = await this.#isFull(workshop);
    const token = newToken();
    const added = { hash: hashOf(token), expires: this.#now() + limits.TOKEN_LIFE_MS };
    // First whose it is: a token that stands in the seat must never be unknown.
    await this.#holders.create("", added.hash, { workshop, person });
    try {
      const { before, after } = await this.#seats.change(workshop, person, (old) => {
        if (!old && isFull) throw new Refused(409, "This workshop has all the people it can hold.");
        const { role, table, mayChooseTable, invite } = settle(
          old,
          (shown) => old !== undefined && this.#holds(old, shown),
        );
        const tokens = [...(old ? this.#holding(old) : []), added].slice(-limits.MAX_TOKENS_PER_PERSON);
        return { ...old, role, table, mayChooseTable, invite, hasEnded: false, lastTokens: undefined, tokens };
      });
      if (!before) this.#countOneMore(workshop);
      await this.#changed({ workshop, person }, before, after);
      return seatAnswer({ workshop, person }, after, { token, expires: added.expires });
    } catch (error) {
      await this.#holders.remove("", added.hash);
      throw error;
    }
  }

  /** A new token; the one it was asked with ends soon. */
  async refresh({ seat, tokenHash }: Entry): Promise<SeatAnswer> {
    const answer = await this.give(seat, (old) => {
      if (!old || !this.#holding(old).some(({ hash }) => hash === tokenHash)) throw noSeat();
      return old;
    });
    const latest = this.#now() + limits.REFRESHED_TOKEN_LIFE_MS;
    await this.#seats.change(seat.workshop, seat.person, (old) => {
      const isLater = old?.tokens.some((held) => held.hash === tokenHash && held.expires > latest);
      if (!old || !isLater) return old;
      return {
        ...old,
        tokens: old.tokens.map((held) => (held.hash === tokenHash ? { ...held, expires: latest } : held)),
      };
    });
    return answer;
  }

  /** Everybody's place by their id. */
  async places(workshop: string): Promise<Map<string, Place>> {
    const seats = [...(await this.#seats.all(workshop))].filter(([, { hasEnded }]) => !hasEnded);
    return new Map(seats.map(([person, { role, table }]) => [person, { role, table }]));
  }

  /** Gives the person another role or table; `settle` makes the place of it that holds in this workshop. */
  async change({ workshop, person }: Holder, to: Partial<Place>, settle: (place: Place) => Settled): Promise<Seat> {
    const { before, after } = await this.#seats.change(workshop, person, (old) => {
      if (!old || old.hasEnded)
        throw new Refused(404, "Nobody of this id has a seat here. Look at the list of people.");
      const mayChooseTable = to.table === undefined ? old.mayChooseTable : undefined;
      return { ...old, mayChooseTable, ...to, ...settle({ role: old.role, table: old.table, ...to }) };
    });
    await this.#changed({ workshop, person }, before, after);
    return { workshop, person, role: after.role, table: after.table };
  }

  /** The person says at which table they sit, where nobody has yet. Answers the seat as whoever holds `token` has it. */
  async sit({ workshop, person }: Holder, table: string, token: Pick<SeatAnswer, "token" | "expires">) {
    const { before, after } = await this.#seats.change(workshop, person, (old) => {
      if (!old || old.hasEnded) throw noSeat();
      if (old.table === table) return old;
      if (old.mayChooseTable !== true)
        throw new Refused(403, "You have a place already. Who runs the workshop can move you to another table.");
      return { ...old, table, mayChooseTable: undefined };
    });
    await this.#changed({ workshop, person }, before, after);
    return seatAnswer({ workshop, person }, after, token);
  }

  /** Everybody's place is what `settle` makes of it from now on. */
  async settleAll(workshop: string, settle: (place: Place) => Settled): Promise<void> {
    for (const [person, place] of await this.places(workshop)) {
      if (settle(place).table === undefined) continue;
      const { before, after } = await this.#seats.change(workshop, person, (old) => {
        const settled = old && !old.hasEnded ? settle(old) : {};
        return old && settled.table !== undefined ? { ...old, ...settled } : old;
      });
      await this.#changed({ workshop, person }, before, after);
    }
  }

  /** As `tokenHash` proves it. @throws Refused when it has ended */
  async answerOf({ seat, expires }: Entry, token: string): Promise<SeatAnswer> {
    const record = await this.#seats.read(seat.workshop, seat.person);
    if (!record || record.hasEnded) throw noSeat();
    return seatAnswer(seat, record, { token, expires });
  }

  /** Takes the seat away, and with it all tokens. */
  async end({ workshop, person }: Holder): Promise<void> {
    const { before, after } = await this.#seats.change(workshop, person, (old) => {
      if (!old || old.hasEnded) return old;
      const { personalCode: _, ...rest } = old;
      return { ...rest, hasEnded: true, lastTokens: this.#holding(old).map(({ hash }) => hash), tokens: [] };
    });
    await this.#changed({ workshop, person }, before, after);
  }

  /** Writes down which personal code is out; answers the one before. */
  async notePersonalCode({ workshop, person }: Holder, codeHash: string): Promise<string | undefined> {
    const { before } = await this.#seats.change(workshop, person, (old) => {
      if (!old || old.hasEnded) throw noSeat();
      return { ...old, personalCode: codeHash };
    });
    return before?.personalCode;
  }

  #holding(record: SeatRecord): readonly HeldToken[] {
    return record.hasEnded ? [] : record.tokens.filter(({ expires }) => expires > this.#now());
  }

  /** `true` when the token proves the seat's person; after the seat has ended, those that ended with it. */
  #holds(record: SeatRecord, token: string): boolean {
    const hash = hashOf(token);
    if (record.hasEnded) return record.lastTokens?.includes(hash) ?? false;
    return this.#holding(record).some((held) => held.hash === hash);
  }

  /** Forgets tokens that ended, and tells when a seat is another one, or somebody who is connected may have to go. */
  async #changed(holder: Holder, before: SeatRecord | undefined, after: SeatRecord | undefined): Promise<void> {
    const kept = new Set(after?.tokens.map(({ hash }) => hash));
    const ended = (before?.tokens ?? []).filter(({ hash }) => !kept.has(hash));
    const isOther = before && (before.role !== after?.role || before.table !== after.table);
    if (isOther || ended.length > 0) this.#news.tell(holder.workshop, { about: "person", person: holder.person });
    for (const { hash } of ended) await this.#holders.remove("", hash);
  }

  async #isFull(workshop: string): Promise<boolean> {
    const known = this.#countByWorkshop.get(workshop);
    if (known !== undefined && known < limits.MAX_PEOPLE) return false;
    if (this.#countByWorkshop.size >= MAX_COUNTED_WORKSHOPS) this.#countByWorkshop.clear();
    const count = (await this.#seats.all(workshop)).size;
    this.#countByWorkshop.set(workshop, count);
    return count >= limits.MAX_PEOPLE;
  }

  #countOneMore(workshop: string): void {
    const known = this.#countByWorkshop.get(workshop);
    if (known !== undefined) this.#countByWorkshop.set(workshop, known + 1);
  }
}

function seatAnswer(
  { workshop, person }: Holder,
  { role, table, mayChooseTable }: SeatRecord,
  { token, expires }: Pick<SeatAnswer, "token" | "expires">,
): SeatAnswer {
  return { token, expires, workshop, person, role, table, ...(mayChooseTable === true && { mayChooseTable }) };
}

function noSeat(): Refused {
  return new Refused(401, "This seat has ended. Join again with a link or a code.");
}
