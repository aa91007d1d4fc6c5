/** Feelings in words: people see the word first, and never the stored number. */
import type { Words } from "../words/words.ts";

/** The word of a feeling, −1…+1. */
export function feelingWord(words: Words, value: number): string {
  const { feelings } = words.journey;
  const index = Math.round(((value + 1) / 2) * (feelings.length - 1));
  return feelings[Math.max(0, Math.min(feelings.length - 1, index))] ?? "";
}

/** The word of a level; on a scale that has not five of them, with its place on the scale. */
export function levelWord(words: Words, value: number, levels: readonly number[]): string {
  const word = feelingWord(words, value);
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
