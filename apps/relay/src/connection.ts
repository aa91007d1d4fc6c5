/** One WebSocket as the way to one device: bounds what it sends and what waits for it, and carries frames both ways. */
import type { Duplex } from "node:stream";
import { CLOSE, type CloseReason, limits, type Right } from "@sameside/protocol";
import type { RawData, WebSocket } from "ws";
import type { Member, Peer } from "./member.ts";
import type { Room } from "./room.ts";
import { TokenBucket } from "./tokenBucket.ts";

/** What may wait for a slow device, in bytes, beside the history it asked for. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;
/** What each message costs beside its bytes, so that many tiny ones are limited too. */
const BYTES_PER_MESSAGE = 128;

export class Connection implements Peer {
  /** Resolves when the socket is closed. */
  readonly gone: Promise<void>;
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #bucket = new TokenBucket(limits.MAX_BURST_BYTES, limits.MAX_BYTES_PER_SECOND, performance.now());
  /** What came before the room was loaded. */
  #early: Uint8Array[] = [];
  #member: Member | undefined;
  #isOpen = true;
  #isAlive = true;
  #isCorked = false;
  /** History that may be waiting, in bytes. */
  #historyWaiting = 0;

  /** `stream` is the TCP connection below `socket`. */
  constructor(socket: WebSocket, stream: Duplex) {
    this.#socket = socket;
    this.#stream = stream;
    this.gone = new Promise((resolve) => {
      socket.once("close", () => {
        this.#leave();
        resolve();
      });
    });
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.on("pong", () => {
      this.#isAlive = true;
    });
    // A broken frame or stream closes the socket by itself; without a listener it would end the process.
    socket.on("error", () => undefined);
  }

  /** Takes a seat in the room, and gives it what the device has said already. */
  join(room: Room, right: Right, speaksSameside: boolean): void {
    if (!this.#isOpen) return;
    const member = room.join(this, right, speaksSameside);
    this.#member = member;
    for (const frame of this.#early) member.receive(frame);
    this.#early = [];
  }

  send(frame: Uint8Array): void {
    if (!this.#isOpen) return;
    const waiting = this.#socket.bufferedAmount;
    if (waiting === 0) this.#historyWaiting = 0;
    // Closing keeps memory bounded; the device comes back and asks for what it missed.
    if (waiting > MAX_WAITING_BYTES + this.#historyWaiting) this.close(CLOSE.draining);
    else this.#write(frame);
  }

  sendHistory(frames: readonly Uint8Array[]): void {
    if (!this.#isOpen) return;
    if (this.#socket.bufferedAmount > MAX_WAITING_BYTES) {
      this.close(CLOSE.draining);
      return;
    }
    this.#historyWaiting = frames.reduce((bytes, frame) => bytes + frame.length, 0);
    for (const frame of frames) this.#write(frame);
  }

  close(reason: CloseReason): void {
    if (!this.#isOpen) return;
    this.#leave();
    this.#socket.close(reason.code, reason.reason);
  }

  /** Cuts the line without a word. */
  terminate(): void {
    this.#socket.terminate();
  }

  /** Cuts the line to a device that has not answered since the last call, and asks the others to answer. */
  checkAlive(): void {
    if (!this.#isAlive) this.terminate();
    this.#isAlive = false;
    if (this.#isOpen) this.#socket.ping();
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (!this.#isOpen) return;
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

  #write(frame: Uint8Array): void {
    this.#corkForThisTurn();
    this.#socket.send(frame);
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
    this.#member?.leave();
  }
}
