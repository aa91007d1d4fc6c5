/** WebSocket frames byte by byte (RFC 6455), right and wrong ones: no library would send the wrong ones. */
import { SUBPROTOCOL } from "@sameside/protocol";
import type { Random } from "../support/random.ts";
import { randomBytes } from "./mutations.ts";

export const OPCODES = { more: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const FIN = 0x80;
const MASKED = 0x80;
const MASK = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

/** Sixteen bytes, as the standard asks for. */
const KEY = Buffer.from("sameside fuzzer!").toString("base64");

/** The request that opens a socket into a room, as a device of `sameside.1` sends it. */
export function upgradeRequest(room: string, token: string): string {
  return [
    `GET /sync/${room} HTTP/1.1`,
    "Host: 127.0.0.1",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${KEY}`,
    `Sec-WebSocket-Protocol: ${[SUBPROTOCOL, token].filter(Boolean).join(", ")}`,
    "\r\n",
  ].join("\r\n");
}

export interface FrameForm {
  readonly opcode: number;
  readonly isLast?: boolean;
  readonly isMasked?: boolean;
  readonly reserved?: number;
  /** What the header says of the length; absent = the truth. */
  readonly claimedLength?: bigint;
}

/** One frame as a client sends it. */
export function webSocketFrame(
  payload: Uint8Array,
  { opcode, isLast = true, isMasked = true, reserved = 0, claimedLength }: FrameForm,
): Buffer {
  const header = Buffer.alloc(10);
  const length = claimedLength ?? BigInt(payload.length);
  header[0] = (isLast ? FIN : 0) | (reserved << 4) | opcode;
  const mask = isMasked ? MASKED : 0;
  let headerLength = 2;
  if (length < 126n) header[1] = mask | Number(length);
  else if (length < 65_536n) {
    header[1] = mask | 126;
    header.writeUInt16BE(Number(length), 2);
    headerLength = 4;
  } else {
    header[1] = mask | 127;
    header.writeBigUInt64BE(length, 2);
    headerLength = 10;
  }
  const body = Buffer.from(payload);
  if (isMasked) for (let at = 0; at < body.length; at += 1) body[at] = (body[at] ?? 0) ^ (MASK[at % 4] ?? 0);
  return Buffer.concat([header.subarray(0, headerLength), ...(isMasked ? [MASK] : []), body]);
}

const NOTHING = new Uint8Array();

/** What breaks the rules of WebSocket itself. */
const VIOLATIONS: readonly ((random: Random, payload: Uint8Array) => Buffer)[] = [
  (random, payload) => webSocketFrame(payload, { opcode: 3 + random.below(5) }),
  (random, payload) => webSocketFrame(payload, { opcode: 11 + random.below(5) }),
  (_random, payload) => webSocketFrame(payload, { opcode: OPCODES.binary, isMasked: false }),
  (random, payload) => webSocketFrame(payload, { opcode: OPCODES.binary, reserved: 1 + random.below(7) }),
  (_random, payload) => webSocketFrame(payload, { opcode: OPCODES.binary, claimedLength: 2n ** 63n - 1n }),
  (_random, payload) => webSocketFrame(payload, { opcode: OPCODES.binary, claimedLength: 2n ** 31n }),
  (_random, payload) => webSocketFrame(payload, { opcode: OPCODES.more }),
  (_random, payload) => webSocketFrame(payload, { opcode: OPCODES.text }),
  (random) => webSocketFrame(randomBytes(random, 200), { opcode: OPCODES.ping }),
  (_random, payload) => webSocketFrame(payload.subarray(0, 100), { opcode: OPCODES.ping, isLast: false }),
  (random) => webSocketFrame(randomBytes(random, 1 + random.below(60)), { opcode: OPCODES.close }),
  () => webSocketFrame(NOTHING, { opcode: OPCODES.close }),
  (random) => Buffer.from(randomBytes(random, 1 + random.below(300))),
  (_random, payload) =>
    Buffer.concat([
      webSocketFrame(payload, { opcode: OPCODES.binary, isLast: false }),
      webSocketFrame(payload, { opcode: OPCODES.binary }),
    ]),
];

export function violation(random: Random, payload: Uint8Array): Buffer {
  return (random.pick(VIOLATIONS) ?? (() => Buffer.alloc(0)))(random, payload);
}

/** The same message in pieces, with a ping between them, as the rules allow. */
export function inPieces(random: Random, payload: Uint8Array): Buffer {
  const first = random.below(payload.length + 1);
  const second = first + random.below(payload.length - first + 1);
  return Buffer.concat([
    webSocketFrame(payload.subarray(0, first), { opcode: OPCODES.binary, isLast: false }),
    webSocketFrame(NOTHING, { opcode: OPCODES.ping }),
    webSocketFrame(payload.subarray(first, second), { opcode: OPCODES.more, isLast: false }),
    webSocketFrame(payload.subarray(second), { opcode: OPCODES.more }),
  ]);
}
