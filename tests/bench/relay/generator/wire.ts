/**
 * A WebSocket client that costs next to nothing: all wires of a thread read into one buffer and hand out windows of it.
 * It takes what `ws` and crossws send: unmasked frames without fragments and compression.
 */
import { connect, type Socket } from "node:net";
import { now } from "../layout.ts";
import { OPCODE_BINARY, OPCODE_CLOSE, OPCODE_PING, OPCODE_PONG, webSocketFrame } from "./frames.ts";

const READ_BYTES = 1024 * 1024;
const HEADERS_END = Buffer.from("\r\n\r\n");
/** Beyond this, what a wire needed for one large frame is given back. */
const KEPT_BYTES = 64 * 1024;
const NO_BYTES = Buffer.alloc(0);
const CLOSED_WITHOUT_WORD = 1006;

export interface WireListener {
  opened(): void;
  /** One message: `bytes` from `start` to `end`, valid during the call only. `at`: when it was read. */
  heard(bytes: Buffer, start: number, end: number, at: number): void;
  /** `code`: of the WebSocket; the HTTP status where it came to none; 1006 when the line was just cut. */
  closed(code: number): void;
}

export interface Address {
  readonly port: number;
  /** Of the room. */
  readonly path: string;
  /** Subprotocols offered. */
  readonly protocols: readonly string[];
}

const readBuffer = Buffer.alloc(READ_BYTES);

export class Wire {
  readonly #socket: Socket;
  readonly #listener: WireListener;
  #isOpen = false;
  #isStalled = false;
  #closeCode = CLOSED_WITHOUT_WORD;
  /** The beginning of a frame whose rest has not come yet: the first `#heldBytes` of it count. */
  #held: Buffer = NO_BYTES;
  #heldBytes = 0;

  constructor({ port, path, protocols }: Address, listener: WireListener) {
    this.#listener = listener;
    this.#socket = connect({
      port,
      host: "127.0.0.1",
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (bytes) => {
          this.#read(bytes);
          return !this.#isStalled;
        },
      },
    });
    const offer = protocols.length > 0 ? `Sec-WebSocket-Protocol: ${protocols.join(", ")}\r\n` : "";
    this.#socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n${offer}\r\n`,
    );
    // What went wrong shows in the close code.
    this.#socket.on("error", () => undefined);
    this.#socket.on("close", () => {
      this.#isOpen = false;
      listener.closed(this.#closeCode);
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Sends whole frames, as `frames.ts` makes them. */
  send(frames: Uint8Array): void {
    if (this.#isOpen) this.#socket.write(frames);
  }

  /** Stops reading, like a laptop whose lid was shut. */
  stall(): void {
    this.#isStalled = true;
    this.#socket.pause();
  }

  goOn(): void {
    this.#isStalled = false;
    this.#socket.resume();
  }

  end(): void {
    this.#socket.destroy();
  }

  #read(size: number): void {
    const at = now();
    if (this.#heldBytes === 0) {
      this.#keep(readBuffer, this.#take(readBuffer, size, at), size);
      return;
    }
    this.#reserve(this.#heldBytes + size);
    readBuffer.copy(this.#held, this.#heldBytes, 0, size);
    const whole = this.#held;
    const end = this.#heldBytes + size;
    this.#heldBytes = 0;
    const taken = this.#take(whole, end, at);
    if (taken === end && whole.length > KEPT_BYTES) this.#held = NO_BYTES;
    else this.#keep(whole, taken, end);
  }

  /** Hands out the whole frames there are; answers where the rest begins. */
  #take(bytes: Buffer, end: number, at: number): number {
    let start = 0;
    if (!this.#isOpen) {
      const headers = bytes.subarray(0, end).indexOf(HEADERS_END);
      if (headers < 0) return 0;
      const [, status] = /^HTTP\/1\.1 (\d+)/.exec(bytes.toString("latin1", 0, headers)) ?? [];
      if (status !== "101") {
        this.#closeCode = Number(status);
        this.#socket.destroy();
        return end;
      }
      start = headers + HEADERS_END.length;
      this.#isOpen = true;
      this.#listener.opened();
    }
    for (;;) {
      if (end - start < 2) return start;
      let length = (bytes[start + 1] ?? 0) & 0x7f;
      let head = 2;
      if (length === 126) {
        if (end - start < 4) return start;
        length = bytes.readUInt16BE(start + 2);
        head = 4;
      } else if (length === 127) {
        if (end - start < 10) return start;
        length = bytes.readUInt32BE(start + 6);
        head = 10;
      }
      const next = start + head + length;
      if (next > end) {
        this.#reserve(next - start);
        return start;
      }
      const opcode = (bytes[start] ?? 0) & 0x0f;
      if (opcode === OPCODE_BINARY) this.#listener.heard(bytes, start + head, next, at);
      else this.#control(opcode, bytes.subarray(start + head, next));
      start = next;
    }
  }

  #control(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE_PING) this.send(webSocketFrame(OPCODE_PONG, payload));
    if (opcode !== OPCODE_CLOSE) return;
    this.#closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : CLOSED_WITHOUT_WORD;
    this.#socket.end(webSocketFrame(OPCODE_CLOSE, payload.subarray(0, 2)));
  }

  /** Makes room for a frame of this size, so that its pieces are copied once. */
  #reserve(size: number): void {
    if (this.#held.length >= size) return;
    const larger = Buffer.allocUnsafeSlow(size);
    this.#held.copy(larger, 0, 0, this.#heldBytes);
    this.#held = larger;
  }

  #keep(bytes: Buffer, start: number, end: number): void {
    if (start < end) {
      this.#reserve(end - start);
      bytes.copy(this.#held, 0, start, end);
    }
    this.#heldBytes = end - start;
  }
}
