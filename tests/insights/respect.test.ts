/** The question before a private note is shared (S1-2, SPEC P72). */
import { respectOf } from "@sameside/insights";
import { describe, expect, it } from "vitest";
import { PLAIN_NOTES } from "./plainNotes.ts";

const kinds = (text: string) => respectOf(text).slights.map(({ kind }) => kind);

describe("words that talk down to a person (S1-2, P72)", () => {
  it.each([
    "Complete idiots, all of them.",
    "She is such a drama queen",
    "They are just too lazy to look",
    "Those people are so stupid",
    "He's clueless",
    "another clueless old man on the phone",
    "I am sure they are idiots",
    "I feel that they are morons",
  ])("are found: %s", (text) => expect(kinds(text)).toContain("insult"));

  it.each([
    "They just don't get it",
    "they don’t get it.",
    "He simply doesn't understand how it works",
    "Customers don't get it, do they",
    "They can't even read the first line",
    "She has no idea what she's talking about",
    "How hard can it be?",
  ])("are found where it is put down to them that they did not understand: %s", (text) =>
    expect(kinds(text)).toContain("dontGetIt"),
  );

  it("say by which words", () => {
    expect(respectOf("Well. They just  don't get it!").slights).toEqual([
      { kind: "dontGetIt", words: "they just don't get it" },
    ]);
  });

  it("raise no false alarm on 200 plain notes", () => {
    expect(PLAIN_NOTES.length).toBeGreaterThanOrEqual(200);
    expect(PLAIN_NOTES.filter((note) => kinds(note).length > 0)).toEqual([]);
    expect(PLAIN_NOTES.filter((note) => !respectOf(note).isLookedAt)).toEqual([]);
  });

  it.each([
    "Die Kunden verstehen die Rechnung nicht",
    "Ils n'ont pas compris la facture et le délai",
    "Они ничего не понимают",
    "お客様は分かっていない",
    "Asiakas odotti toista laatikkoa yksitoista päivää turhaan",
  ])("are not looked for in another language, and that is said: %s", (text) =>
    expect(respectOf(text)).toEqual({ isLookedAt: false, slights: [] }),
  );
});
