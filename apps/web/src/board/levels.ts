/** The steps of a scale, word first: people see the scale they rated on, never the stored −1…+1. */
import { levelsOf as valuesOf } from "@sameside/layout";
import type { Scale } from "@sameside/model";
import { type NamedScale, ownFeelingWord } from "../journey/feelingWords.ts";
import type { Words } from "../words/words.ts";

const WORD_COUNT = 5;

export interface Level {
  /** −1…+1. */
  readonly value: number;
  /** On the scale, as people see it: "−2", "7". */
  readonly number: string;
  readonly word: string;
}

/** Every level of a scale, worst first. */
export function levelsOf(scale: NamedScale, words: Words): readonly Level[] {
  return valuesOf(scale).map((value) => levelAt(value, scale, words));
}

/** What a stored value is called on a scale. */
export function levelAt(value: number, scale: NamedScale, words: Words): Level {
  return { value, number: numberOn(scale, value), word: ownFeelingWord(words, value, scale) };
}

/** Which of the five feelings a stored value is nearest to, 0 the worst. */
export function wordIndex(value: number): number {
  return Math.max(0, Math.min(WORD_COUNT - 1, Math.round(((value + 1) / 2) * (WORD_COUNT - 1))));
}

/** A number with a true minus sign, and a plus where the scale has both sides. */
function numberOn(scale: Scale, value: number): string {
  const raw = scale.min + ((value + 1) / 2) * (scale.max - scale.min);
  const rounded = Math.round(raw * 10) / 10;
  const sign = rounded < 0 ? "−" : scale.min < 0 && rounded > 0 ? "+" : "";
  return `${sign}${Math.abs(rounded)}`;
}

/** −3…+3 with its sign. */
export function signed(value: number): string {
  return value < 0 ? `−${-value}` : value > 0 ? `+${value}` : "0";
}
