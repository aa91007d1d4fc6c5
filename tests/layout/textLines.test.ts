import { breakLines, countLines } from "@sameside/layout";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const lines = (text: string, width: number) => countLines(text, width, (piece) => piece.length);

describe("lines of a text", () => {
  it.each([
    ["", 10, 1],
    ["short", 10, 1],
    ["exactly te", 10, 1],
    ["exactly ten", 10, 2],
    ["one two three four", 9, 3],
    ["first\nsecond", 20, 2],
    ["\n\n", 20, 3],
    ["a space that hangs over ", 23, 1],
    ["Donaudampfschifffahrt", 10, 3],
    ["so Donaudampfschifffahrt", 10, 4],
    ["part-number", 6, 2],
  ])("%j at width %i takes %i", (text, width, expected) => {
    expect(lines(text, width)).toBe(expected);
  });

  it("are what one gets word by word, on every line that has room for a character", () => {
    const character = fc.constantFrom("i", "m", " ", "-", "\n", "  ", "word", "Wide");
    const text = fc.array(character, { maxLength: 40 }).map((parts) => parts.join(""));
    const widthOf = (piece: string) => [...piece].reduce((sum, each) => sum + (/[mW]/.test(each) ? 3 : 1), 0);
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 40 }), (all, width) => {
        expect(breakLines(all, width, widthOf)).toEqual(
          all.split("\n").flatMap((part) => byWords(part, width, widthOf)),
        );
      }),
    );
  });

  it("are at least 1 and never more than the characters could need", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const count = lines(text, width);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(count).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });

  it("do not grow when there is more room", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 20 }), fc.integer({ min: 12, max: 60 }), (text, width) => {
        expect(lines(text, width + 10)).toBeLessThanOrEqual(lines(text, width));
      }),
    );
  });
});

/** Each word tried behind the ones before it; a word that is wider than a line, character by character. */
function byWords(paragraph: string, width: number, widthOf: (piece: string) => number): string[] {
  const done: string[] = [];
  let current = "";
  for (const word of paragraph.match(/[^\s-]*-+|[^\s-]+|\s+/g) ?? []) {
    if (widthOf((current + word).trimEnd()) <= width) {
      current += word;
      continue;
    }
    if (current.trim() !== "") done.push(current);
    current = "";
    const start = word.trimStart();
    for (const character of widthOf(start) <= width ? [start] : start) {
      if (current !== "" && widthOf(current + character) > width) {
        done.push(current);
        current = "";
      }
      current += character;
    }
  }
  return [...done, current];
}
