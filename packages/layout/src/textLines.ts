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

/** So many characters tell how wide those of a text usually are. */
const SAMPLE_LENGTH = 24;

function linesOfParagraph(paragraph: string, width: number, widthOf: (piece: string) => number): string[] {
  const sample = paragraph.slice(0, SAMPLE_LENGTH).trimEnd();
  const sampleWidth = widthOf(sample);
  if (sampleWidth <= width && paragraph.trimEnd() === sample) return [paragraph];
  const usualLength = (width / sampleWidth) * sample.length;
  const words = paragraph.match(/[^\s-]*-+|[^\s-]+|\s+/g) ?? [];
  const lines: string[] = [];
  let current = "";
  for (let next = 0; next < words.length; next += 1) {
    const end = endOfLine(words, next, current, usualLength, (line) => widthOf(line) <= width);
    current += words.slice(next, end).join("");
    next = end;
    const word = words[next];
    if (word === undefined) break;
    if (current.trim() !== "") lines.push(current);
    const broken = breakWord(word.trimStart(), width, widthOf);
    lines.push(...broken.fullLines);
    current = broken.rest;
  }
  lines.push(current);
  return lines;
}

/**
 * The first of the words from `next` on that does not fit behind `current`. Measuring is dear, so it is looked for from
 * where a line of usual characters would end; a longer line is never narrower.
 */
function endOfLine(
  words: readonly string[],
  next: number,
  current: string,
  usualLength: number,
  fits: (line: string) => boolean,
): number {
  // A space that hangs over the edge takes no line of its own.
  const fitsTo = (end: number) => fits((current + words.slice(next, end).join("")).trimEnd());
  let end = next;
  let { length } = current;
  for (let word = words[end]; word !== undefined && length + word.length <= usualLength; word = words[end]) {
    length += word.length;
    end += 1;
  }
  if (end > next && !fitsTo(end)) {
    do end -= 1;
    while (end > next && (isBlank(words[end]) || !fitsTo(end)));
    return end;
  }
  while (end < words.length && (isBlank(words[end]) || fitsTo(end + 1))) end += 1;
  return end;
}

function isBlank(word: string | undefined): boolean {
  return word?.trim() === "";
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
