/** MP3: frames one behind the other. Whatever is no frame goes: ID3v2 before them, ID3v1, APE and lyrics behind. */
import { joined, textAt } from "./bytes.ts";

const ID3V2_HEAD_BYTES = 10;
const ID3V2_HAS_FOOT = 0x10;
/** In kbit/s, by the number in a frame's head; layer III of MPEG 1, and of MPEG 2 and 2.5. */
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** Of MPEG 1; of 2 they are half, of 2.5 a quarter. */
const SAMPLES_PER_SECOND = [44_100, 48_000, 32_000];

export function bareMpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const frames: Uint8Array[] = [];
  for (let at = firstFrame(bytes, 0); at < bytes.length; ) {
    const length = frameLength(bytes, at);
    // Two in a row, or the last one: in noise a frame's head is found by chance.
    if (length === 0) {
      at = firstFrame(bytes, at);
      continue;
    }
    frames.push(bytes.subarray(at, at + length));
    at += length;
  }
  return frames.length > 0 ? joined(frames) : undefined;
}

/** Where the next frame begins that another one follows, or the end of the file; behind the last byte when there is none. */
function firstFrame(bytes: Uint8Array, start: number): number {
  let at = start;
  while (textAt(bytes, at, 3) === "ID3") at += id3v2Length(bytes, at);
  for (; at < bytes.length; at += 1) {
    const length = frameLength(bytes, at);
    if (length === 0) continue;
    const next = at + length;
    if (next === bytes.length || frameLength(bytes, next) > 0 || isTag(bytes, next)) return at;
  }
  return bytes.length;
}

function isTag(bytes: Uint8Array, at: number): boolean {
  const name = textAt(bytes, at, 8);
  return name.startsWith("TAG") || name.startsWith("ID3") || name === "APETAGEX" || name === "LYRICSBE";
}

/** Seven bits to a byte, the highest first. */
function id3v2Length(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 6, at + 10);
  const foot = ((bytes[at + 5] ?? 0) & ID3V2_HAS_FOOT) === 0 ? 0 : ID3V2_HEAD_BYTES;
  return ID3V2_HEAD_BYTES + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127) + foot;
}

/** 0 where no frame of layer III begins. */
function frameLength(bytes: Uint8Array, at: number): number {
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + 3);
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0) return 0;
  const version = (kind >> 3) & 3;
  const isLayer3 = ((kind >> 1) & 3) === 1;
  const perSecond = SAMPLES_PER_SECOND[(rates >> 2) & 3];
  const isFirst = version === 3;
  const kilobits = (isFirst ? RATES_1 : RATES_2)[rates >> 4] ?? 0;
  if (version === 1 || !isLayer3 || perSecond === undefined || kilobits === 0) return 0;
  const divisor = isFirst ? 1 : version === 2 ? 2 : 4;
  const padding = (rates >> 1) & 1;
  return Math.floor(((isFirst ? 144_000 : 72_000) * kilobits) / (perSecond / divisor)) + padding;
}
