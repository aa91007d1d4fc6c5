/** Breaking text into lines, for everybody who has only a way to measure a piece of text. */

/**
 * How many lines a text takes at `width`, as CSS sets it with `white-space: pre-wrap; overflow-wrap: anywhere`: it
 * breaks at spaces and after hyphens, inside a word only when the word alone is too wide. `widthOf` measures a piece on
 * one line, in the unit of `width`. At least 1.
 */
export function countLines(text: string, width: number, widthOf: (piece: string) => number): number {
  return text.split("\n").reduce((lines, paragraph) => lines + linesOfParagraph(paragraph, width, widthOf), 0);
}

function linesOfParagraph(paragraph: string, width: number, widthOf: (piece: string) => number): number {
  let lines = 1;
  let current = "";
  for (const word of paragraph.match(/[^\s-]*-+|[^\s-]+|\s+/g) ?? []) {
    // A space that hangs over the edge takes no line of its own.
    if (widthOf((current + word).trimEnd()) <= width) {
      current += word;
      continue;
    }
    if (current.trim() !== "") lines += 1;
    const broken = breakWord(word.trimStart(), width, widthOf);
    lines += broken.fullLines;
    current = broken.rest;
  }
  return lines;
}

/** A word wider than the line is broken between characters; each line holds at least one. */
function breakWord(word: string, width: number, widthOf: (piece: string) => number) {
  if (widthOf(word) <= width) return { fullLines: 0, rest: word };
  let fullLines = 0;
  let rest = "";
  for (const character of word) {
    if (rest !== "" && widthOf(rest + character) > width) {
      fullLines += 1;
      rest = "";
    }
    rest += character;
  }
  return { fullLines, rest };
}
