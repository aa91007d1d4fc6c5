/** People named in a comment stand in it by id (SPEC D8, W27). */
import { addComment, mentionOf, partsOfComment, readBoard } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, done, exampleBoard, spot } from "./support/exampleBoard.ts";

describe("a mention", () => {
  it("is a person's id between words", () => {
    const text = `Ask ${mentionOf(BERT.person)}, he was there`;
    expect(partsOfComment(text)).toEqual([{ words: "Ask " }, { person: BERT.person }, { words: ", he was there" }]);
    const board = exampleBoard();
    done(addComment(board, ANNA, { subject: spot(board).card.id, text }));
    expect(spot(board).card.threads[0]?.comments[0]?.text).toBe(text);
    expect(readBoard(board).ghosts).toBe(0);
  });

  it.each(["mail@example.org", "@{}", "@{two words}", `@{${"x".repeat(200)}}`, "@Anna", ""])("is not %j", (text) => {
    expect(partsOfComment(text)).toEqual(text === "" ? [] : [{ words: text }]);
  });

  it("loses nothing of any text", () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[A-Za-z0-9_-]{16}$/), fc.string(), (before, person, after) => {
        const text = before + mentionOf(person) + after;
        const parts = partsOfComment(text);
        expect(parts.map((part) => ("person" in part ? mentionOf(part.person) : part.words)).join("")).toBe(text);
        expect(parts).not.toContainEqual({ words: "" });
      }),
    );
  });
});
