/** How alike two short texts are. */

/** A text's parts, counted: computed once, compared often. */
export interface TextParts {
  readonly size: number;
  readonly countByPart: ReadonlyMap<string, number>;
}

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * The character pairs of each word, its ends included (" p", "pa", "ay", "y "), so that short words count and an
 * ending weighs less than a word. Case, accents and punctuation do not count.
 */
export function partsOf(text: string): TextParts {
  const plain = text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const countByPart = new Map<string, number>();
  let size = 0;
  for (const [word] of plain.matchAll(WORD)) {
    const letters = [" ", ...word, " "];
    for (let i = 1; i < letters.length; i++) {
      const part = `${letters[i - 1]}${letters[i]}`;
      countByPart.set(part, (countByPart.get(part) ?? 0) + 1);
      size++;
    }
  }
  return { size, countByPart };
}

/**
 * 0 (nothing in common) … 1 (the same words), symmetric: twice the shared parts over all parts (L. R. Dice, Measures of
 * the amount of ecologic association between species, Ecology 26, 1945; on character pairs after Adamson and Boreham,
 * Information Storage and Retrieval 10, 1974). Two texts without a word have nothing in common.
 */
export function similarity(a: TextParts, b: TextParts): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [few, many] = a.countByPart.size <= b.countByPart.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [part, count] of few.countByPart) shared += Math.min(count, many.countByPart.get(part) ?? 0);
  return (2 * shared) / (a.size + b.size);
}
