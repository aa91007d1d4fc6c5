/**
 * MP4: boxes in boxes. What is not needed to play the sound becomes a `free` box of the same size, full of nothing, so
 * that nothing moves: the sound is found by its place in the file.
 */
import { textAt, viewOf } from "./bytes.ts";

/** By the box they are in; "" is the file. All others go: `udta`, `meta`, `uuid`, what a maker calls its own. */
const KEPT: Readonly<Record<string, ReadonlySet<string>>> = {
  "": new Set(["ftyp", "styp", "moov", "mdat", "moof", "sidx", "mfra"]),
  moov: new Set(["mvhd", "trak", "mvex", "iods"]),
  trak: new Set(["tkhd", "mdia", "edts", "tref"]),
  mdia: new Set(["mdhd", "hdlr", "minf"]),
  minf: new Set(["smhd", "nmhd", "dinf", "stbl"]),
  moof: new Set(["mfhd", "traf"]),
  traf: new Set(["tfhd", "tfdt", "trun", "sbgp", "sgpd", "subs", "saiz", "saio", "senc"]),
};
/** They begin with a version and two times. */
const WITH_TIMES = new Set(["mvhd", "tkhd", "mdhd"]);
const HEAD_BYTES = 8;
const LARGE_HEAD_BYTES = 16;
/** In a `hdlr`: what kind of track it is, and behind that and some zeros its name. */
const [HANDLER_AT, HANDLER_NAME_AT] = [8, 24];
const SOUND = "soun";

interface Box {
  readonly type: string;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

export function bareMp4(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const bare = new Uint8Array(bytes);
  const seen = new Set<string>();
  if (!sweep(bare, "", { start: 0, end: bare.length }, seen)) return undefined;
  return seen.has("moov") && seen.has("trak") ? bare : undefined;
}

/** `false` when something is in it that is no sound, or cannot be read. */
function sweep(bytes: Uint8Array, parent: string, within: { start: number; end: number }, seen: Set<string>): boolean {
  for (let at = within.start; at < within.end; ) {
    const box = boxAt(bytes, at, within.end);
    if (!box) return false;
    const { type, content, end } = box;
    at = end;
    if (!KEPT[parent]?.has(type)) {
      bytes.set([0x66, 0x72, 0x65, 0x65], box.start + 4);
      bytes.fill(0, content, end);
      continue;
    }
    seen.add(type);
    if (WITH_TIMES.has(type)) bytes.fill(0, content + 4, content + 4 + (bytes[content] === 1 ? 16 : 8));
    if (type === "hdlr") {
      // Moving pictures, or where somebody was, second by second.
      if (textAt(bytes, content + HANDLER_AT, 4) !== SOUND) return false;
      bytes.fill(0, Math.min(content + HANDLER_NAME_AT, end), end);
    }
    if (Object.hasOwn(KEPT, type) && !sweep(bytes, type, { start: content, end }, seen)) return false;
  }
  return true;
}

function boxAt(bytes: Uint8Array, start: number, limit: number): Box | undefined {
  if (start + HEAD_BYTES > limit) return undefined;
  const view = viewOf(bytes);
  const said = view.getUint32(start);
  const isLarge = said === 1;
  const head = isLarge ? LARGE_HEAD_BYTES : HEAD_BYTES;
  if (start + head > limit) return undefined;
  // 0: to the end of the file.
  const size = isLarge ? Number(view.getBigUint64(start + 8)) : said === 0 ? limit - start : said;
  const end = start + size;
  if (size < head || end > limit) return undefined;
  return { type: textAt(bytes, start + 4, 4), start, content: start + head, end };
}
