/** Feelings in words: people see the word first, and never the stored number. */
import { levelsOf } from "@sameside/layout";
import type { JourneyView, Scale } from "@sameside/model";
import type { Words } from "../words/words.ts";

/** A scale with the board's own names for its levels, worst first; none for the usual ones. */
export interface NamedScale extends Scale {
  readonly words: readonly string[];
}

export function namedScale({ scale, levelWords }: Pick<JourneyView, "scale" | "levelWords">): NamedScale {
  return { ...scale, words: levelWords };
}

/** The usual word of a feeling, −1…+1. */
export function feelingWord(words: Words, value: number): string {
  const { feelings } = words.journey;
  const index = Math.round(((value + 1) / 2) * (feelings.length - 1));
  return feelings[Math.max(0, Math.min(feelings.length - 1, index))] ?? "";
}

/** The board's own word for the level nearest to a feeling, or else the usual one. */
export function ownFeelingWord(words: Words, value: number, scale: NamedScale): string {
  return ownWordOf(value, scale) ?? feelingWord(words, value);
}

/** The word of a level; where the usual five words serve another number of levels, with its place on the scale. */
export function levelWord(words: Words, value: number, scale: NamedScale): string {
  const own = ownWordOf(value, scale);
  if (own !== undefined) return own;
  const word = feelingWord(words, value);
  const levels = levelsOf(scale);
  if (levels.length === words.journey.feelings.length) return word;
  return words.canvas.levelOf(word, levelIndex(value, levels) + 1, levels.length);
}

/** The level nearest to a value. */
export function levelIndex(value: number, levels: readonly number[]): number {
  const distance = (index: number) => Math.abs((levels[index] ?? 0) - value);
  return levels.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0);
}

export function momentWord(words: Words, value: number): string {
  return words.journey.momentValues[Math.max(0, Math.min(6, Math.round(value) + 3))] ?? "";
}

/** A level that was left without a name of its own has the usual one. */
function ownWordOf(value: number, scale: NamedScale): string | undefined {
  const levels = levelsOf(scale);
  if (scale.words.length !== levels.length) return undefined;
  return scale.words[levelIndex(value, levels)] || undefined;
}
