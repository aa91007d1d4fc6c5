/** One hostile connection: a bare TCP socket that upgrades, sends what it is given, and looks through all that comes back. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Random } from "../support/random.ts";
import { spoilt } from "./mutations.ts";
import { inPieces, OPCODES, upgradeRequest, violation, webSocketFrame } from "./webSocketBytes.ts";

/** Frames in one write, each followed by a ping whose answer says that the relay has taken it. */
const BATCH = 50;
/** A connection that the relay lets live goes on for so many batches: limits on its rate are part of what is tried. */
const MAX_BATCHES = 40;
const IN_PIECES = 0.05;
/** The last thing a connection does. */
const VIOLATION = 0.01;

export interface Seat {
  /** For messages about it. */
  readonly name: string;
  readonly token: string;
  readonly rooms: readonly string[];
  /** Words that must never be in anything this seat is sent. */
  readonly forbidden: readonly string[];
  /** Words that this seat may read: where they are found, the others would have been. */
  readonly allowed?: string;
  readonly corpus: readonly Uint8Array<ArrayBuffer>[];
}

export interface Attack {
  /** Frames the relay has taken, as far as the answers to pings say. */
  readonly taken: number;
  /** A forbidden word that was in what came back. */
  readonly leaked: string | undefined;
  /** What the seat may read was in it. */
  readonly hasRead: boolean;
}

/** Attacks with one connection until the relay ends it or `mayGoOn` says no. */
export async function attack(port: number, seat: Seat, random: Random, mayGoOn: () => boolean): Promise<Attack> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  const gone = once(socket, "close").catch(() => undefined);
  const listening = new Listening(socket, seat);
  socket.write(upgradeRequest(random.pick(seat.rooms) ?? "", seat.token));
  for (let batch = 0; batch < MAX_BATCHES && !socket.destroyed && mayGoOn(); batch += 1) {
    const { bytes, isLast } = batchOf(random, seat.corpus, batch * BATCH);
    // A header that promises bytes which never come would keep the connection, and this one waiting.
    if (isLast) socket.end(bytes);
    else socket.write(bytes);
    await Promise.race([...(isLast ? [] : [listening.answered((batch + 1) * BATCH)]), gone]);
  }
  socket.destroy();
  await gone;
  const { taken, leaked, hasRead } = listening;
  return { taken, leaked, hasRead };
}

function batchOf(random: Random, corpus: Seat["corpus"], before: number): { bytes: Buffer; isLast: boolean } {
  const pieces: Buffer[] = [];
  let isLast = false;
  for (let n = 1; n <= BATCH && !isLast; n += 1) {
    const frame = spoilt(random, corpus);
    isLast = random.chance(VIOLATION);
    if (isLast) pieces.push(violation(random, frame));
    else if (random.chance(IN_PIECES)) pieces.push(inPieces(random, frame));
    else pieces.push(webSocketFrame(frame, { opcode: OPCODES.binary }));
    pieces.push(webSocketFrame(numbered(before + n), { opcode: OPCODES.ping }));
  }
  return { bytes: Buffer.concat(pieces), isLast };
}

const NUMBER_BYTES = 4;
function numbered(n: number): Buffer {
  const bytes = Buffer.alloc(NUMBER_BYTES);
  bytes.writeUInt32BE(n);
  return bytes;
}

/** Reads what the relay sends: the numbers of answered pings, and words that must not be there. */
class Listening {
  taken = 0;
  leaked: string | undefined;
  hasRead = false;
  readonly #longest: number;
  /** The end of what came before, in which a word may have begun. */
  #tail: Buffer = Buffer.alloc(0);
  #unread: Buffer = Buffer.alloc(0);
  #hasUpgraded = false;
  #look = (): void => undefined;

  constructor(socket: Socket, { forbidden, allowed }: Seat) {
    this.#longest = Math.max(...[...forbidden, allowed ?? ""].map(({ length }) => length));
    socket.on("data", (bytes: Buffer) => {
      const whole = Buffer.concat([this.#tail, bytes]);
      this.leaked ??= forbidden.find((word) => whole.includes(word));
      this.hasRead ||= allowed !== undefined && whole.includes(allowed);
      this.#tail = whole.subarray(-this.#longest);
      if (this.#read(bytes)) socket.destroy();
      this.#look();
    });
  }

  answered(n: number): Promise<void> {
    return new Promise((resolve) => {
      this.#look = () => {
        if (this.taken >= n) resolve();
      };
      this.#look();
    });
  }

  /** `true` when the relay has said goodbye. */
  #read(bytes: Buffer): boolean {
    let rest = this.#unread.length > 0 ? Buffer.concat([this.#unread, bytes]) : bytes;
    if (!this.#hasUpgraded) {
      const end = rest.indexOf("\r\n\r\n");
      this.#hasUpgraded = end >= 0;
      rest = end >= 0 ? rest.subarray(end + 4) : rest;
    }
    for (let frame = this.#hasUpgraded && frameIn(rest); frame; frame = frameIn(rest)) {
      if (frame.opcode === OPCODES.close) return true;
      if (frame.opcode === OPCODES.pong && frame.payload.length === NUMBER_BYTES)
        this.taken = Math.max(this.taken, frame.payload.readUInt32BE());
      rest = rest.subarray(frame.size);
    }
    this.#unread = Buffer.from(rest);
    return false;
  }
}

/** The first whole frame of what a server sent; `undefined` when it is not all there. */
function frameIn(bytes: Buffer): { opcode: number; payload: Buffer; size: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = (bytes[1] ?? 0) & 0x7f;
  const header = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < header) return undefined;
  const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  const size = header + length;
  if (bytes.length < size) return undefined;
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload: bytes.subarray(header, size), size };
}
