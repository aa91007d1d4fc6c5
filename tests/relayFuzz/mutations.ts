/** Ways to spoil a frame: each takes one and answers another, which may be anything. */
import type { Random } from "../support/random.ts";
import { MESSAGE_TYPES } from "./corpus.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Mutation = (random: Random, frame: Bytes, corpus: readonly Bytes[]) => Bytes;

/** The share of frames that are sent as they were recorded: state to go wrong later comes from these. */
const UNCHANGED = 0.15;
/** Frames that got several mutations reach less of the relay than those with one. */
const ANOTHER_ONE = 0.3;
const MAX_GROWTH = 64 * 1024;

const MUTATIONS: readonly Mutation[] = [
  flipBits,
  flipBits,
  (random, frame) => frame.slice(0, random.below(frame.length + 1)),
  (random, frame) => concat(frame, randomBytes(random, random.below(64))),
  (random, frame, corpus) => {
    const other = random.pick(corpus) ?? frame;
    return concat(frame.slice(0, random.below(frame.length + 1)), other.slice(random.below(other.length)));
  },
  (random, frame) => insert(random, frame, new Uint8Array(10).fill(255)),
  (random, frame) => overwrite(random, frame, Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 15)),
  (random, frame) => overwrite(random, frame, Uint8Array.of(255, 255, 255, 127)),
  (random, frame) => concat(Uint8Array.of(random.pick(MESSAGE_TYPES) ?? 0), frame.slice(1)),
  (random, frame) => concat(frame.slice(0, 1), Uint8Array.of(random.below(256)), frame.slice(2)),
  (random, frame) => {
    const piece = frame.slice(random.below(frame.length), random.below(frame.length + 1));
    return insert(random, frame, piece);
  },
  (random, frame) => overwrite(random, frame, new Uint8Array(random.below(16))),
  (random, frame) => swapHalves(frame, random.below(frame.length + 1)),
  (random) => randomBytes(random, random.below(200)),
  (random, frame) => insert(random, frame, new TextEncoder().encode('"__proto__":{"x":[[[[{}]]]]},')),
];

/** A frame of the corpus, mostly spoilt. */
export function spoilt(random: Random, corpus: readonly Bytes[]): Bytes {
  let frame = random.pick(corpus) ?? new Uint8Array();
  if (random.chance(UNCHANGED)) return frame;
  do {
    frame = (random.pick(MUTATIONS) ?? flipBits)(random, frame, corpus);
  } while (frame.length > 0 && frame.length < MAX_GROWTH && random.chance(ANOTHER_ONE));
  return frame;
}

function flipBits(random: Random, frame: Bytes): Bytes {
  const flipped = frame.slice();
  for (let flips = 1 + random.below(4); flips > 0 && flipped.length > 0; flips -= 1) {
    const at = random.below(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
  }
  return flipped;
}

function insert(random: Random, frame: Bytes, piece: Bytes): Bytes {
  const at = random.below(frame.length + 1);
  return concat(frame.slice(0, at), piece, frame.slice(at));
}

function overwrite(random: Random, frame: Bytes, piece: Bytes): Bytes {
  const at = random.below(frame.length + 1);
  return concat(frame.slice(0, at), piece, frame.slice(at + piece.length));
}

function swapHalves(frame: Bytes, at: number): Bytes {
  return concat(frame.slice(at), frame.slice(0, at));
}

export function randomBytes(random: Random, length: number): Bytes {
  return Uint8Array.from({ length }, () => random.below(256));
}

function concat(...pieces: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
