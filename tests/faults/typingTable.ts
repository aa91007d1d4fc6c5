/** People who type in the rooms of one workshop, and what must never be lost of it. */

import { claimSeat, WORKSHOP } from "../relay/relayBench.ts";
import type { Random } from "../support/random.ts";
import { Typist } from "./typist.ts";

/** Who looks in after a fault: each in a room of their own, as a device that has never been there. */
const FRESH_PER_ROOM = 2;

export class TypingTable {
  readonly typists: readonly Typist[];
  readonly rooms: readonly string[];
  readonly #token: string;

  private constructor(token: string, rooms: readonly string[], typists: readonly Typist[]) {
    this.#token = token;
    this.rooms = rooms;
    this.typists = typists;
  }

  /** `size`: rooms, and people in each of them. */
  static async open(
    url: string,
    size: { readonly rooms: number; readonly people: number; readonly words?: string },
  ): Promise<TypingTable> {
    const { token } = await claimSeat(url);
    const rooms = Array.from({ length: size.rooms }, (_, index) => `${WORKSHOP}.board.table${index}`);
    const typists = rooms.flatMap((room, index) =>
      Array.from(
        { length: size.people },
        (_, person) =>
          new Typist({
            room,
            token,
            name: `room${index}person${person}`,
            ...(size.words !== undefined && { words: size.words }),
          }),
      ),
    );
    return new TypingTable(token, rooms, typists);
  }

  /** Everybody connects and types; resolves when all are cut off again. `urlOf`: the relay of the typist with that number. */
  connect(urlOf: (index: number) => string): Promise<number[]> {
    const ends = this.typists.map((typist, index) => typist.connect(urlOf(index)));
    for (const typist of this.typists) typist.type();
    return Promise.all(ends);
  }

  /** Resolves after a random number of messages, of `most` at most, to anybody. */
  async randomMoment(random: Random, most: number): Promise<void> {
    const heard = () => this.typists.reduce((sum, { messages }) => sum + messages, 0);
    const target = heard() + random.below(most);
    await Promise.race(this.typists.map((typist) => typist.until(() => heard() >= target)));
  }

  /** Everybody stops typing; resolves when everything is on the relay's disk and everybody has everything. */
  async settle(): Promise<void> {
    for (const typist of this.typists) typist.pause();
    await Promise.all(this.typists.map((typist) => typist.allStored()));
    await Promise.all(
      this.typists.map((typist) => {
        const all = this.#neighbours(typist).flatMap((neighbour) => [...neighbour.typed]);
        return typist.until(() => all.every((key) => typist.has(key)));
      }),
    );
  }

  /** Edits that were called stored, or that anybody else has seen, and that are not in the relay's first answer to a fresh device. */
  async missingAt(url: string): Promise<string[]> {
    const missing: string[] = [];
    for (const room of this.rooms) {
      const here = this.typists.filter((typist) => typist.room === room);
      const promised = new Set(here.flatMap((typist) => [...typist.stored, ...typist.seen]));
      for (const firstSeen of await this.#lookIn(url, room))
        missing.push(...[...promised].filter((key) => !firstSeen.has(key)));
    }
    return missing;
  }

  /** Relays tell each other after they have told their own people, so that another one may have it a little later. */
  async untilNothingMissesAt(url: string): Promise<void> {
    while ((await this.missingAt(url)).length > 0);
  }

  /** Sorted keys of each room, as everybody there has them; more than one for a room where they differ. */
  boards(): string[][] {
    return this.rooms.map((room) => {
      const boards = this.typists
        .filter((typist) => typist.room === room)
        .map(({ doc }) => JSON.stringify(Object.entries(doc.getMap("cards").toJSON()).sort()));
      return [...new Set(boards)];
    });
  }

  drop(): void {
    for (const typist of this.typists) {
      typist.pause();
      typist.drop();
    }
  }

  async #lookIn(url: string, room: string): Promise<ReadonlySet<string>[]> {
    const fresh = Array.from(
      { length: FRESH_PER_ROOM },
      (_, index) => new Typist({ room, token: this.#token, name: `fresh${index}` }),
    );
    const looks = fresh.map(async (typist) => {
      // Who is sent away has seen nothing.
      await Promise.race([typist.connect(url), typist.until(({ firstSeen }) => firstSeen !== undefined)]);
      typist.drop();
      return typist.firstSeen ?? new Set<string>();
    });
    return Promise.all(looks);
  }

  #neighbours(typist: Typist): Typist[] {
    return this.typists.filter(({ room }) => room === typist.room);
  }
}
