/** Breaking text into lines, for everybody who has only a way to measure a piece of text. */

/**
 * How many lines a text takes at `width`, as CSS sets it with `white-space: pre-wrap; overflow-wrap: anywhere`: it
 * breaks at spaces and after hyphens, inside a word only when the word alone is too wide. `widthOf` measures a piece on
 * one line, in the unit of `width`. At least 1.
 */
export function countLines(text: string, width: number, widthOf: (piece: string) => number): number {
  return breakLines(text, width, widthOf).length;
}

/** The lines that `countLines` counts. A line keeps the spaces that hang over its end, so that joined they are the text. */
export function breakLines(text: string, width: number, widthOf: (piece: string) => number): readonly string[] {
  return text.split("\n").flatMap((paragraph) => linesOfParagraph(paragraph, width, widthOf));
}

function linesOfParagraph(paragraph: string, width: number, widthOf: (piece: string) => number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of paragraph.match(/[^\s-]*-+|[^\s-]+|\s+/g) ?? []) {
    // A space that hangs over the edge takes no line of its own.
    if (widthOf((current + word).trimEnd()) <= width) {
      current += word;
      continue;
    }
    if (current.trim() !== "") lines.push(current);
    const broken = breakWord(word.trimStart(), width, widthOf);
    lines.push(...broken.fullLines);
    current = broken.rest;
  }
  lines.push(current);
  return lines;
}

/** A word wider than the line is broken between characters; each line holds at least one. */
function breakWord(word: string, width: number, widthOf: (piece: string) => number) {
  if (widthOf(word) <= width) return { fullLines: [], rest: word };
  const fullLines: string[] = [];
  let rest = "";
  for (const character of word) {
    if (rest !== "" && widthOf(rest + character) > width) {
      fullLines.push(rest);
      rest = "";
    }
    rest += character;
  }
  return { fullLines, rest };
}
