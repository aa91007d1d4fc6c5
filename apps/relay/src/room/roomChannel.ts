/** What relays that share a store tell each other about one room: what was stored, and who is here. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { RoomBus } from "../roomBus/roomBus.ts";
import type { StoredUpdate } from "../roomStore/roomStore.ts";
import type { RoomClock } from "./broadcast.ts";
import type { PresenceNews } from "./presenceBook.ts";

/** The first byte of a message. */
const UPDATES = 1;
const PRESENCE = 2;
const WHO_IS_HERE = 3;
/** What happened to a client, as a number in a message. */
const KINDS = ["arrival", "move", "renewal", "end"] as const satisfies readonly PresenceNews["is"][];

export type RoomNews =
  | { readonly is: "updates"; readonly updates: readonly StoredUpdate[] }
  | { readonly is: "presence"; readonly news: readonly PresenceNews[] }
  /** A relay that opens the room asks for the others' presence. */
  | { readonly is: "who is here" };

/** The channel of a room on the bus. */
export function channelOf(room: string): string {
  return `room:${room}`;
}

export class RoomChannel {
  readonly #bus: RoomBus;
  readonly #channel: string;
  readonly #clock: RoomClock;
  #updates: StoredUpdate[] = [];

  constructor(bus: RoomBus, room: string, clock: RoomClock) {
    this.#bus = bus;
    this.#channel = channelOf(room);
    this.#clock = clock;
  }

  /** Tells what one commit has stored, together. */
  tellUpdate(update: StoredUpdate): void {
    this.#updates.push(update);
    if (this.#updates.length > 1) return;
    this.#clock.later(0, () => {
      const updates = this.#updates;
      this.#updates = [];
      this.#publish({ is: "updates", updates });
    });
  }

  tellPresence(news: readonly PresenceNews[]): void {
    if (news.length > 0) this.#publish({ is: "presence", news });
  }

  askWhoIsHere(): void {
    this.#publish({ is: "who is here" });
  }

  #publish(news: RoomNews): void {
    this.#bus.publish(this.#channel, writeRoomNews(news));
  }
}

function writeRoomNews(news: RoomNews): Uint8Array {
  const encoder = encoding.createEncoder();
  if (news.is === "updates") {
    encoding.writeVarUint(encoder, UPDATES);
    encoding.writeVarUint(encoder, news.updates.length);
    for (const { row, update } of news.updates) {
      encoding.writeVarUint(encoder, row);
      encoding.writeVarUint8Array(encoder, update);
    }
  } else if (news.is === "presence") {
    encoding.writeVarUint(encoder, PRESENCE);
    encoding.writeVarUint(encoder, news.news.length);
    for (const one of news.news) writePresence(encoder, one);
  } else encoding.writeVarUint(encoder, WHO_IS_HERE);
  return encoding.toUint8Array(encoder);
}

/** `undefined` when it is of a newer version. @throws Error when it is none */
export function readRoomNews(message: Uint8Array): RoomNews | undefined {
  const decoder = decoding.createDecoder(message);
  const kind = decoding.readVarUint(decoder);
  if (kind === UPDATES)
    return {
      is: "updates",
      updates: readList(decoder, () => ({
        row: decoding.readVarUint(decoder),
        // A window into the message would keep all of it in memory.
        update: decoding.readVarUint8Array(decoder).slice(),
      })),
    };
  if (kind === PRESENCE) return { is: "presence", news: readList(decoder, () => readPresence(decoder)) };
  return kind === WHO_IS_HERE ? { is: "who is here" } : undefined;
}

function writePresence(encoder: encoding.Encoder, { clientId, clock, state, person, is }: PresenceNews): void {
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, state);
  encoding.writeVarString(encoder, person);
  encoding.writeVarUint(encoder, KINDS.indexOf(is));
}

function readPresence(decoder: decoding.Decoder): PresenceNews {
  return {
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: decoding.readVarString(decoder),
    person: decoding.readVarString(decoder),
    is: KINDS[decoding.readVarUint(decoder)] ?? "arrival",
  };
}

function readList<T>(decoder: decoding.Decoder, read: () => T): T[] {
  const list: T[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) list.push(read());
  return list;
}
