/**
 * WebM: elements in elements. Tags, attached files, chapters, titles and dates become empty elements of the same size, so
 * that nothing moves: the sound is found by its place in the file.
 */
import { joined } from "./bytes.ts";

const ID = {
  head: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  cluster: 0x1f43b675,
  cues: 0x1c53bb6b,
  seekHead: 0x114d9b74,
  void: 0xec,
} as const;
/** Between elements, or at the head of a cluster that does not say its length. */
const KEPT_IN_SEGMENT = new Set<number>([
  ID.seekHead,
  ID.info,
  ID.tracks,
  ID.cluster,
  ID.cues,
  ID.void,
  // Of a cluster: time, place, size before, block, group of blocks.
  0xe7,
  0xa7,
  0xab,
  0xa3,
  0xa0,
]);
/** How time is counted, and how long it is. */
const KEPT_IN_INFO = new Set<number>([0x2ad7b1, 0x4489]);
/** Whose program it was: they must be there, and may be empty. */
const EMPTIED_IN_INFO = new Set<number>([0x4d80, 0x5741]);
/** Number, uid, kind, flags, codec and what it needs, delays, default duration, language, the sound's own. */
const KEPT_IN_TRACK = new Set<number>([
  0xd7, 0x73c5, 0x83, 0xb9, 0x88, 0x55aa, 0x9c, 0x86, 0x63a2, 0x56aa, 0x56bb, 0x23e383, 0x22b59c, 0xe1,
]);
const SOUND = 2;

interface Element {
  readonly id: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
  /** It does not say how long it is: it goes on to the end, or to the next of its kind. */
  readonly isOpen: boolean;
}

export function bareWebm(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const head = elementAt(bytes, 0, bytes.length);
  if (head?.id !== ID.head) return undefined;
  const segment = elementAt(bytes, head.end, bytes.length);
  if (segment?.id !== ID.segment) return undefined;
  const bare = joined([bytes.subarray(0, segment.end)]);
  let hasTracks = false;
  for (let at = segment.content; at < segment.end; ) {
    const element = elementAt(bare, at, segment.end);
    if (!element) {
      // A recorder that was stopped short: the last block is cut, and what is cut is not played.
      return hasTracks ? bare.slice(0, segment.isOpen ? at : bare.length) : undefined;
    }
    const { id, content, end, isOpen } = element;
    at = isOpen ? content : end;
    if (!KEPT_IN_SEGMENT.has(id)) {
      if (isOpen) return undefined;
      empty(bare, element);
    } else if (id === ID.info) sweepInfo(bare, element);
    else if (id === ID.tracks) {
      hasTracks = sweepTracks(bare, element);
      if (!hasTracks) return undefined;
    }
  }
  return hasTracks ? bare : undefined;
}

function sweepInfo(bytes: Uint8Array, info: Element): void {
  for (const element of elementsIn(bytes, info)) {
    if (EMPTIED_IN_INFO.has(element.id)) bytes.fill(0, element.content, element.end);
    else if (!KEPT_IN_INFO.has(element.id)) empty(bytes, element);
  }
}

/** `false` when one of them is no sound. */
function sweepTracks(bytes: Uint8Array, tracks: Element): boolean {
  for (const track of elementsIn(bytes, tracks)) {
    if (track.id !== ID.track) {
      empty(bytes, track);
      continue;
    }
    for (const element of elementsIn(bytes, track)) {
      if (element.id === ID.trackType && bytes[element.end - 1] !== SOUND) return false;
      if (!KEPT_IN_TRACK.has(element.id)) empty(bytes, element);
    }
  }
  return true;
}

/** @throws RangeError when one of them leads out of what it is in. */
function elementsIn(bytes: Uint8Array, { content, end }: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = content; at < end; ) {
    const element = elementAt(bytes, at, end);
    if (!element) throw new RangeError("An element leads out of the one it is in.");
    found.push(element);
    at = element.end;
  }
  return found;
}

function elementAt(bytes: Uint8Array, start: number, limit: number): Element | undefined {
  const idLength = Math.clz32(bytes[start] ?? 0) - 23;
  if (idLength > 4 || start + idLength >= limit) return undefined;
  let id = 0;
  for (let at = start; at < start + idLength; at += 1) id = id * 256 + (bytes[at] ?? 0);
  const sizeAt = start + idLength;
  const first = bytes[sizeAt] ?? 0;
  const sizeLength = Math.clz32(first) - 23;
  const content = sizeAt + sizeLength;
  if (sizeLength > 8 || content > limit) return undefined;
  let size = first & (255 >> sizeLength);
  let isOpen = size === 255 >> sizeLength;
  for (let at = sizeAt + 1; at < content; at += 1) {
    size = size * 256 + (bytes[at] ?? 0);
    isOpen &&= bytes[at] === 255;
  }
  const end = isOpen ? limit : content + size;
  return end > limit ? undefined : { id, start, content, end, isOpen };
}

/** The longest element whose head takes two bytes. */
const SHORT = 128;

function empty(bytes: Uint8Array, { start, end }: Element): void {
  const length = end - start;
  bytes.fill(0, start, end);
  bytes[start] = ID.void;
  if (length <= SHORT) {
    bytes[start + 1] = 0x80 | (length - 2);
    return;
  }
  // A length of eight bytes.
  bytes[start + 1] = 1;
  let rest = length - 9;
  for (let at = start + 8; at > start + 1; at -= 1, rest = Math.floor(rest / 256)) bytes[at] = rest % 256;
}
