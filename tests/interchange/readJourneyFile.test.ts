import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MAX_IMPORT_BYTES, MAX_NOTES, parseScale, readJourneyFile, withScale } from "@sameside/interchange";
import type { JourneyDraft } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { viewOf } from "./boards.ts";

const fixtures = join(import.meta.dirname, "../fixtures");
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(fixtures, name)));
const text = (words: string) => new TextEncoder().encode(words);

describe("reading any file", () => {
  it.each([
    ["mermaid/shop-visit.mmd", ["A visit to the bakery"]],
    ["csv/steps.csv", ["steps"]],
    ["markdown/two-journeys.md", ["First", "Second"]],
  ])("finds the journeys of %s", (name, titles) => {
    expect(draftsOf({ name, bytes: bytesOf(name) }).map((draft) => draft.title)).toEqual(titles);
  });

  it("goes by the content when the name says something else", () => {
    expect(draftsOf({ name: "a.txt", text: "journey\n T: 1" })).toHaveLength(1);
    expect(draftsOf({ name: "a.txt", text: "Phase;Touchpoint\nBuy;Pay" })[0]?.phases[0]?.title).toBe("Buy");
    expect(draftsOf({ name: "", text: "one\ntwo" })[0]?.phases[0]?.touchpoints).toHaveLength(2);
    expect(draftsOf({ name: "Journey.csv", text: "Journey\tTitle\tPhase\nA\tB\tC" })[0]?.title).toBe("A");
  });

  it("numbers notes by the lines of the whole document", () => {
    const result = readJourneyFile({ name: "two-journeys.md", bytes: bytesOf("markdown/two-journeys.md") });
    expect(result).toMatchObject({
      notes: [
        { code: "other-diagram-skipped", line: 6, text: "flowchart" },
        { code: "colon-in-name", line: 23 },
      ],
    });
  });

  it.each([
    ["an empty file", { name: "a.mmd", bytes: new Uint8Array() }, { code: "empty" }],
    ["white space", { name: "", text: " \n\t " }, { code: "empty" }],
    ["a binary", { name: "a.csv", bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]) }, { code: "binary" }],
    [
      "control characters",
      { name: "a.csv", bytes: Uint8Array.from({ length: 99 }, (_, i) => i % 9) },
      { code: "binary" },
    ],
    [
      "a file of 50 MB",
      { name: "a.csv", bytes: new Uint8Array(50 * 1024 * 1024) },
      { code: "too-large", max: MAX_IMPORT_BYTES },
    ],
    ["JSON", { name: "a.json", text: '{"a": 1}' }, { code: "json" }],
    ["JSON by another name", { name: "a.txt", text: " [1]" }, { code: "json" }],
    ["HTML", { name: "a.md", text: "<!DOCTYPE html><p>" }, { code: "markup" }],
    [
      "another diagram",
      { name: "a.mmd", text: "%% c\nsequenceDiagram\n A->>B: x" },
      { code: "other-diagram", text: "sequenceDiagram" },
    ],
    [
      "Markdown with another diagram",
      { name: "a.md", text: "x\n```mermaid\npie\n```" },
      { code: "other-diagram", line: 3, text: "pie" },
    ],
    ["Markdown without a journey", { name: "a.md", text: "# Notes\nwords" }, { code: "no-journey" }],
    ["a journey with nothing in it", { name: "a.mmd", text: "journey\n" }, { code: "no-journey" }],
    [
      "an event log",
      { name: "events.csv", bytes: bytesOf("csv/events.csv") },
      { code: "event-log", line: 1, count: 3 },
    ],
    [
      "a table of something else",
      { name: "a.csv", text: "name,price\nx,1" },
      { code: "no-columns", text: "name, price" },
    ],
  ])("refuses %s with one problem", (_, file, problem) => {
    expect(readJourneyFile(file)).toEqual({ ok: false, problem: expect.objectContaining(problem) });
  });

  it("refuses more than a board can hold", () => {
    const rows = Array.from({ length: 21_000 }, (_, index) => `Buy,T${index}`).join("\n");
    expect(readJourneyFile({ name: "a.csv", text: `Phase,Touchpoint\n${rows}` })).toMatchObject({
      ok: false,
      problem: { code: "too-many" },
    });
  });

  it("caps its notes and says how many there are", () => {
    const lines = Array.from({ length: 1000 }, () => "T").join("\n");
    const result = readJourneyFile({ name: "a.mmd", text: `journey\n${lines}` });
    if (!result.ok) throw new Error("refused");
    expect(result.notes).toHaveLength(MAX_NOTES + 1);
    expect(result.notes.at(-1)).toEqual({ code: "more-notes", text: String(1000 - MAX_NOTES) });
  });

  it("keeps the words of titles and cards that are too long for a board", () => {
    const title = "x".repeat(400);
    const card = "😀".repeat(15_000);
    const [draft] = draftsOf({ name: "a.csv", text: `Phase,Touchpoint,Pain point\nBuy,${title},${card}` });
    if (!draft) throw new Error("no draft");
    const touchpoint = viewOf(draft).phases[0]?.touchpoints[0];
    const texts = Object.values(touchpoint?.cardsByLane ?? {}).flat();
    expect(texts.some((it) => it.text === title)).toBe(true);
    expect(
      texts
        .filter((it) => it.body !== "")
        .map((it) => it.body)
        .join(""),
    ).toBe(card);
  });

  it("reads UTF-16 and, with a note, Windows-1252", () => {
    const words = "Phase,Touchpoint\nKäufe,Größe – €";
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...words].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
    ]);
    expect(draftsOf({ name: "a.csv", bytes: utf16 })[0]?.phases[0]?.title).toBe("Käufe");
    const codes: Record<string, number> = { "–": 0x96, "€": 0x80 };
    const windows = Uint8Array.from([...words], (char) => codes[char] ?? char.charCodeAt(0));
    const result = readJourneyFile({ name: "a.csv", bytes: windows });
    expect(result).toMatchObject({ ok: true, notes: [{ code: "encoding-guessed" }] });
    expect(draftsOf({ name: "a.csv", bytes: windows })[0]?.phases[0]?.touchpoints[0]?.title).toBe("Größe – €");
  });

  it("never throws, whatever it is given", () => {
    const names = fc.constantFrom("", "a.mmd", "a.md", "a.csv", "a.tsv", "a.txt", "a.sameside", "a.json", "noext");
    const bit = fc.constantFrom(
      "journey\n",
      "```mermaid\n",
      "```\n",
      "Phase,Touchpoint\n",
      "---\n",
      "%%{",
      "{",
      "\u0000",
      "\ufeff",
      "\r",
    );
    fc.assert(
      fc.property(names, fc.uint8Array(), (name, bytes) => {
        expect(typeof readJourneyFile({ name, bytes }).ok).toBe("boolean");
      }),
    );
    fc.assert(
      fc.property(names, fc.array(fc.oneof(bit, fc.string({ unit: "binary" }))), (name, bits) => {
        expect(typeof readJourneyFile({ name, text: bits.join("") }).ok).toBe("boolean");
        expect(typeof readJourneyFile({ name, bytes: text(bits.join("")) }).ok).toBe("boolean");
      }),
    );
  });
});

describe("the scale of a file", () => {
  it("is known within 1…5, and the drafts carry it", () => {
    const result = readJourneyFile({ name: "a.mmd", bytes: bytesOf("mermaid/shop-visit.mmd") });
    expect(result).toMatchObject({ scale: { known: { min: 1, max: 5 } }, drafts: [{ scale: { min: 1, max: 5 } }] });
  });

  it("is asked beyond 1…5, and the numbers are kept", () => {
    const result = readJourneyFile({ name: "a.mmd", bytes: bytesOf("mermaid/out-of-five.mmd") });
    expect(result).toMatchObject({
      scale: {
        ask: true,
        min: 3,
        max: 9,
        suggestions: [
          { min: 1, max: 10 },
          { min: 0, max: 10 },
          { min: 0, max: 100 },
        ],
      },
    });
    const [draft] = draftsOf({ name: "a.mmd", bytes: bytesOf("mermaid/out-of-five.mmd") });
    expect(draft?.scale).toBeUndefined();
    if (draft)
      expect(viewOf(withScale(draft, { min: 1, max: 10 })).phases[0]?.touchpoints[1]?.ratings[0]).toMatchObject({
        raw: 9,
      });
  });

  it("is the file's own where it says one", () => {
    const result = readJourneyFile({ name: "a.csv", text: "Scale,Phase,Touchpoint,Score\n−2 … 2,Buy,Pay,-1" });
    expect(result).toMatchObject({
      ok: true,
      drafts: [{ scale: { min: -2, max: 2 }, phases: [{ touchpoints: [{ score: -1 }] }] }],
    });
    expect("ask" in (result.ok && result.kind === "drafts" ? result.scale : {})).toBe(false);
  });

  it.each([
    ["1..10", { min: 1, max: 10 }],
    ["-2…2", { min: -2, max: 2 }],
    ["0 to 10", { min: 0, max: 10 }],
    ["1-5", { min: 1, max: 5 }],
    ["5..1", undefined],
    ["x", undefined],
    ["", undefined],
  ])("is written %j", (written, scale) => {
    expect(parseScale(written)).toEqual(scale);
  });
});

const corpus = join(import.meta.dirname, "../../../shared/corpus/files");
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.warn("SKIPPED: the corpus of real journey files is not beside this checkout");

describe.skipIf(!hasCorpus)("reading real files", () => {
  const files = hasCorpus
    ? readdirSync(corpus, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
    : [];
  it.each(files.map((it) => join(it.parentPath, it.name)))(
    "never throws, and what is read fits a board: %s",
    (path) => {
      const result = readJourneyFile({ name: path, bytes: new Uint8Array(readFileSync(path)) });
      if (!result.ok) return expect(result.problem.code).toBeTruthy();
      if (result.kind === "drafts") for (const draft of result.drafts) expect(viewOf(draft).title).toBe(draft.title);
    },
  );
});

function draftsOf(file: Parameters<typeof readJourneyFile>[0]): readonly JourneyDraft[] {
  const result = readJourneyFile(file);
  if (!result.ok || result.kind !== "drafts") throw new Error(`not read: ${JSON.stringify(result)}`);
  return result.drafts;
}
