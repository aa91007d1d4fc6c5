/** Frames of the y-websocket protocol as a client sends them, ready for the socket; and how Hocuspocus differs. */
import { MESSAGE_AWARENESS, MESSAGE_SYNC, SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE } from "@sameside/protocol";
import * as encoding from "lib0/encoding";

/** Hocuspocus puts the document's name before each message and wants to hear a token first. */
export type Dialect = "y-websocket" | "hocuspocus";

/** Hocuspocus' message types beside those of y-websocket. */
const HOCUSPOCUS_AUTH = 2;
export const HOCUSPOCUS_SYNC_REPLY = 4;
export const HOCUSPOCUS_SYNC_STATUS = 8;

export const OPCODE_BINARY = 2;
export const OPCODE_CLOSE = 8;
export const OPCODE_PING = 9;
export const OPCODE_PONG = 10;
const FINAL = 0x80;
const MASKED = 0x80;
const SHORT = 126;
const LONG = 127;
const MAX_16_BITS = 0xffff;
const NO_UPDATE = new Uint8Array([0, 0]);
const NO_STATE_VECTOR = new Uint8Array([0]);

/** What stands before each message of a room. */
export function prefixOf(dialect: Dialect, room: string): Uint8Array {
  if (dialect === "y-websocket") return new Uint8Array();
  return bytesOf((encoder) => encoding.writeVarString(encoder, room));
}

/** What a client says first. */
export function helloFrames(dialect: Dialect, prefix: Uint8Array): Buffer[] {
  const auth = bytesOf((encoder) => {
    encoding.writeVarUint(encoder, HOCUSPOCUS_AUTH);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, "");
  });
  return [...(dialect === "hocuspocus" ? [frame(prefix, auth)] : []), syncFrame(prefix, SYNC_STEP_1, NO_STATE_VECTOR)];
}

/** Asks for everything. */
export function askFrame(prefix: Uint8Array): Buffer {
  return syncFrame(prefix, SYNC_STEP_1, NO_STATE_VECTOR);
}

/** Answers the server's question: there is nothing here that it lacks. */
export function nothingFrame(prefix: Uint8Array): Buffer {
  return syncFrame(prefix, SYNC_STEP_2, NO_UPDATE);
}

export function updateFrame(prefix: Uint8Array, update: Uint8Array): Buffer {
  return syncFrame(prefix, SYNC_UPDATE, update);
}

/** A person who points at something; `position` says where. */
export function presenceFrame(prefix: Uint8Array, clientId: number, clock: number, position: number): Buffer {
  const states = bytesOf((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(
      encoder,
      `{"cursor":{"x":${(position * 37) % 4000},"y":${(position * 11) % 2000}},"color":"teal"}`,
    );
  });
  const message = bytesOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
    encoding.writeVarUint8Array(encoder, states);
  });
  return frame(prefix, message);
}

/**
 * A whole WebSocket frame. The mask is zero, so that frames are made once and sent as they are; servers unmask them like
 * any other.
 */
export function webSocketFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const lengthBytes = length < SHORT ? 0 : length <= MAX_16_BITS ? 2 : 8;
  const bytes = Buffer.alloc(2 + lengthBytes + 4 + length);
  bytes[0] = FINAL | opcode;
  bytes[1] = MASKED | (lengthBytes === 0 ? length : lengthBytes === 2 ? SHORT : LONG);
  if (lengthBytes === 2) bytes.writeUInt16BE(length, 2);
  if (lengthBytes === 8) bytes.writeBigUInt64BE(BigInt(length), 2);
  bytes.set(payload, 2 + lengthBytes + 4);
  return bytes;
}

function syncFrame(prefix: Uint8Array, type: number, payload: Uint8Array): Buffer {
  const message = bytesOf((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });
  return frame(prefix, message);
}

function frame(prefix: Uint8Array, message: Uint8Array): Buffer {
  return webSocketFrame(OPCODE_BINARY, prefix.length === 0 ? message : Buffer.concat([prefix, message]));
}

function bytesOf(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
