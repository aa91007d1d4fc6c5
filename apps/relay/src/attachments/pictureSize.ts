/**
 * How large a picture is once it is unpacked, read from its headers without unpacking it. Where a file states several
 * sizes (frames, tiles, a canvas) the largest of each direction counts.
 */
import type { PictureType } from "@sameside/protocol";

export interface PictureSize {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** `undefined` when the headers state none: then nobody knows what a device would have to unpack. */
export function pictureSizeOf(type: PictureType, bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sizes = { "image/png": pngSizes, "image/jpeg": jpegSizes, "image/gif": gifSizes, "image/webp": webpSizes };
  try {
    return largest([...sizes[type](view, bytes)]);
  } catch {
    // A header that is cut off: DataView throws beyond the end.
    return undefined;
  }
}

function largest(sizes: readonly PictureSize[]): PictureSize | undefined {
  const width = Math.max(0, ...sizes.map((size) => size.width));
  const height = Math.max(0, ...sizes.map((size) => size.height));
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** The header, which must come first. */
function* pngSizes(view: DataView, bytes: Uint8Array): Iterable<PictureSize> {
  if (latin1(bytes, 12, 4) === "IHDR") yield { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Every start of a frame up to the first scan. */
function* jpegSizes(view: DataView): Iterable<PictureSize> {
  const START_OF_SCAN = 0xda;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return;
    const marker = view.getUint8(at + 1);
    if (marker === START_OF_SCAN) return;
    if (isJpegFrame(marker)) yield { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // A marker may be filled up with 0xff before it; restart markers and TEM stand alone.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
}

/** Starts of frames; among their numbers are tables of Huffman codes, of arithmetic conditions, and a reserved one. */
function isJpegFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** The screen, and each frame with where it stands, since browsers make room for both. */
function* gifSizes(view: DataView): Iterable<PictureSize> {
  yield { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const HEAD = 13;
  for (let at = HEAD + colourTableBytes(view.getUint8(10)); at < view.byteLength; ) {
    const kind = view.getUint8(at);
    if (kind === 0x2c) {
      const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)];
      yield { width: left + view.getUint16(at + 5, true), height: top + view.getUint16(at + 7, true) };
      at = afterGifBlocks(view, at + 11 + colourTableBytes(view.getUint8(at + 9)));
    } else if (kind === 0x21) at = afterGifBlocks(view, at + 2);
    else return;
  }
}

function colourTableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

/** Blocks are a length and so many bytes each, until one of none; a file that is cut off in them was read to its end. */
function afterGifBlocks(view: DataView, start: number): number {
  let at = start;
  while (at < view.byteLength && view.getUint8(at) > 0) at += 1 + view.getUint8(at);
  return at + 1;
}

/** The canvas, and every frame in it. */
function* webpSizes(view: DataView, bytes: Uint8Array): Iterable<PictureSize> {
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const kind = latin1(bytes, at, 4);
    const data = at + 8;
    if (kind === "VP8X") yield { width: 1 + uint24(view, data + 4), height: 1 + uint24(view, data + 7) };
    if (kind === "ANMF") yield { width: 1 + uint24(view, data + 6), height: 1 + uint24(view, data + 9) };
    if (kind === "VP8 ")
      yield { width: view.getUint16(data + 6, true) & 0x3fff, height: view.getUint16(data + 8, true) & 0x3fff };
    if (kind === "VP8L") {
      const bits = view.getUint32(data + 1, true);
      yield { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    const length = view.getUint32(at + 4, true);
    at = data + length + (length % 2);
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
}

/** Bytes as one character each; shorter where the file ends. */
function latin1(bytes: Uint8Array, start: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1", start, start + length);
}
