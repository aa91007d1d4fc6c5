/** One WebSocket as the way to one device: bounds what it sends and what waits for it, and carries frames both ways. */
import type { Duplex } from "node:stream";
import { CLOSE, type CloseReason, limits } from "@sameside/protocol";
import { type RawData, WebSocket } from "ws";
import type { JoinOptions, Member, Peer } from "../room/member.ts";
import type { Room } from "../room/room.ts";
import { type Batch, toWire } from "../room/wire.ts";
import { TokenBucket } from "./tokenBucket.ts";

/** What may wait for a slow device, in bytes, beside the history it asked for. */
const MAX_WAITING_BYTES = 2 * 1024 * 1024;
/** What each message costs beside its bytes, so that many tiny ones are limited too. */
const BYTES_PER_MESSAGE = 128;
/** How long a device may take to hear why it is let go; until then what waits for it stays in memory. */
const GOODBYE_MS = 5_000;
/**
 * A device is dead when it has said nothing between two checks. One that is still being sent history hears the question
 * only behind all of that, which takes its time when a hall shares one network: it has so many checks.
 */
const CHECKS_DURING_HISTORY = 10;

export class Connection implements Peer {
  /** Resolves when the socket is closed. */
  readonly gone: Promise<void>;
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #closed: (reason: CloseReason) => void;
  readonly #bucket = new TokenBucket(limits.MAX_BURST_BYTES, limits.MAX_BYTES_PER_SECOND, performance.now());
  /** What came before the room was loaded. */
  #early: Uint8Array[] = [];
  #member: Member | undefined;
  #isOpen = true;
  #closedFor: CloseReason | undefined;
  /** Checks since it last said something. */
  #silentChecks = 0;
  #isCorked = false;
  /** Bytes written since the connection began … */
  #written = 0;
  /** … and how many of them there were when the last history was. */
  #historyEnd = 0;
  /** A question for history that waits until the last answer has left. */
  #nextHistory: (() => Batch) | undefined;

  /**
   * `stream` is the TCP or TLS connection below `socket`, whose frames must not be compressed. `closed` hears why the
   * relay ends the connection.
   */
  constructor(socket: WebSocket, stream: Duplex, closed: (reason: CloseReason) => void = () => undefined) {
    this.#socket = socket;
    this.#stream = stream;
    this.#closed = closed;
    this.gone = new Promise((resolve) => {
      socket.once("close", () => {
        this.#leave();
        resolve();
      });
    });
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.on("pong", () => {
      this.#silentChecks = 0;
    });
    // A broken frame or stream closes the socket by itself; without a listener it would end the process.
    socket.on("error", () => this.#cutOffSoon());
  }

  /** Why the relay has ended it, if it has. */
  get closedFor(): CloseReason | undefined {
    return this.#closedFor;
  }

  /** Takes a seat in the room, and gives it what the device has said already. Absent = it has left meanwhile. */
  join(room: Room, options: JoinOptions): Member | undefined {
    if (!this.#isOpen) return undefined;
    const member = room.join(this, options);
    this.#member = member;
    for (const frame of this.#early) member.receive(frame);
    this.#early = [];
    return member;
  }

  send(frame: Uint8Array): void {
    if (!this.#mayWrite()) return;
    this.#corkForThisTurn();
    this.#write(toWire(frame));
  }

  sendBatch(batch: Batch, own?: Uint8Array): void {
    if (!this.#mayWrite()) return;
    if (own || batch.chunks.length > 1) this.#corkForThisTurn();
    for (const chunk of batch.chunks) this.#write(chunk);
    if (own) this.#write(toWire(own));
  }

  sendHistory(answer: () => Batch): void {
    if (!this.#mayWrite()) return;
    // History may be long: one answer is made and waits, however often the device asks.
    if (this.#historyWaiting() > 0 && this.#stream.writableNeedDrain) {
      if (!this.#nextHistory) this.#stream.once("drain", () => this.#sendNextHistory());
      this.#nextHistory = answer;
      return;
    }
    this.#corkForThisTurn();
    for (const chunk of answer().chunks) this.#write(chunk);
    this.#historyEnd = this.#written;
  }

  close(reason: CloseReason): void {
    if (!this.#isOpen) return;
    this.#member?.tell(undefined);
    // A device that is behind was let go by this.
    if (!this.#isOpen) return;
    this.#leave();
    this.#closedFor = reason;
    this.#closed(reason);
    this.#socket.close(reason.code, reason.reason);
    this.#cutOffSoon();
  }

  /** Cuts the line without a word. */
  terminate(): void {
    this.#socket.terminate();
  }

  /** Cuts the line to a device that has said nothing since the last call, and asks the others to answer. */
  checkAlive(): void {
    if (this.#silentChecks >= (this.#historyWaiting() > 0 ? CHECKS_DURING_HISTORY : 1)) this.terminate();
    this.#silentChecks += 1;
    if (this.#isOpen) this.#socket.ping();
  }

  /** The device hears the goodbye and answers it, or not. */
  #cutOffSoon(): void {
    const cutOff = setTimeout(() => this.terminate(), GOODBYE_MS);
    void this.gone.then(() => clearTimeout(cutOff));
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (!this.#isOpen) return;
    this.#silentChecks = 0;
    const frame = data as Buffer;
    const refusal = this.#refusal(frame.length, isBinary);
    if (refusal) this.close(refusal);
    else if (this.#member) this.#member.receive(frame);
    else this.#early.push(frame);
  }

  #refusal(bytes: number, isBinary: boolean): CloseReason | undefined {
    if (!isBinary) return CLOSE.refusedUpdate;
    if (bytes > limits.MAX_MESSAGE_BYTES) return CLOSE.tooLarge;
    return this.#bucket.take(bytes + BYTES_PER_MESSAGE, performance.now()) ? undefined : CLOSE.tooFast;
  }

  /** `false` when nothing may be written any more; lets go a device that does not read what waits for it. */
  #mayWrite(): boolean {
    if (!this.#isOpen || this.#socket.readyState !== WebSocket.OPEN) return false;
    if (this.#stream.writableLength <= MAX_WAITING_BYTES + this.#historyWaiting()) return true;
    this.close(CLOSE.behind);
    return false;
  }

  /**
   * Straight to the stream: `ws` writes its own frames (pings, the goodbye) whole and at once, so frames never mix, and
   * bytes that all members share are made once.
   */
  #write(chunk: Uint8Array): void {
    this.#written += chunk.length;
    this.#stream.write(chunk);
  }

  /** Bytes of the last history that have not left. */
  #historyWaiting(): number {
    const left = this.#written - this.#stream.writableLength;
    return Math.max(0, this.#historyEnd - left);
  }

  #sendNextHistory(): void {
    const answer = this.#nextHistory;
    this.#nextHistory = undefined;
    if (answer) this.sendHistory(answer);
  }

  /** All frames of one turn leave in one write; a frame per system call is what a busy hall cannot afford. */
  #corkForThisTurn(): void {
    if (this.#isCorked) return;
    this.#isCorked = true;
    this.#stream.cork();
    process.nextTick(() => {
      this.#isCorked = false;
      this.#stream.uncork();
    });
  }

  #leave(): void {
    this.#isOpen = false;
    this.#early = [];
    this.#nextHistory = undefined;
    this.#member?.leave();
  }
}
