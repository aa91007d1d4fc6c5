/**
 * Messages in the form in which they stand on a TCP connection. What a server sends is not masked, so the same bytes go
 * to everybody, and are made once. Released clients read one message per WebSocket frame: each message is a whole frame.
 */

/** A whole message, of binary data. */
const FIRST_BYTE = 0x82;
const MAX_IN_ONE_BYTE = 125;
const MAX_IN_TWO_BYTES = 0xffff;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

/** One message with its header. */
export function toWire(message: Uint8Array): Buffer {
  const from = headerLength(message.length);
  const wire = Buffer.allocUnsafe(from + message.length);
  writeHeader(wire, 0, message.length);
  wire.set(message, from);
  return wire;
}

/** Messages that leave together. `chunks`, one after the other, are what stands on the wire. */
export class Batch {
  readonly chunks: readonly Uint8Array[];
  /** On the wire. */
  readonly bytes: number;

  constructor(chunks: readonly Uint8Array[]) {
    this.chunks = chunks;
    this.bytes = chunks.reduce((bytes, chunk) => bytes + chunk.length, 0);
  }

  /** All of it as one chunk: a write for each of two thousand sockets is dear, a copy is not. */
  joined(): Batch {
    return this.chunks.length > 1 ? new Batch([Buffer.concat(this.chunks, this.bytes)]) : this;
  }

  /** The messages, read from the wire as a client does. */
  messages(): Uint8Array[] {
    const wire = Buffer.concat(this.chunks, this.bytes);
    const messages: Uint8Array[] = [];
    for (let at = 0; at < wire.length; ) {
      const { from, length } = readHeader(wire, at);
      messages.push(wire.subarray(from, from + length));
      at = from + length;
    }
    return messages;
  }
}

/** Bytes of the header of a message of `length` bytes. */
export function headerLength(length: number): number {
  if (length <= MAX_IN_ONE_BYTE) return 2;
  return length <= MAX_IN_TWO_BYTES ? 4 : 10;
}

/** Writes the header of a message of `length` bytes. */
export function writeHeader(wire: Buffer, at: number, length: number): void {
  wire[at] = FIRST_BYTE;
  if (length <= MAX_IN_ONE_BYTE) wire[at + 1] = length;
  else if (length <= MAX_IN_TWO_BYTES) {
    wire[at + 1] = TWO_BYTES;
    wire.writeUInt16BE(length, at + 2);
  } else {
    wire[at + 1] = EIGHT_BYTES;
    wire.writeBigUInt64BE(BigInt(length), at + 2);
  }
}

function readHeader(wire: Buffer, at: number): { from: number; length: number } {
  const length = wire[at + 1] ?? 0;
  if (length === TWO_BYTES) return { from: at + 4, length: wire.readUInt16BE(at + 2) };
  if (length === EIGHT_BYTES) return { from: at + 10, length: Number(wire.readBigUInt64BE(at + 2)) };
  return { from: at + 2, length };
}
