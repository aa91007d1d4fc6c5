import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseMermaidStrictly, readMermaid } from "@sameside/interchange";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("the lenient reading of Mermaid", () => {
  it.each([
    ["a colon in the name", "Regular 1:1s: 5: Ann", "Regular 1:1s", 5, ["Ann"], "colon-in-name"],
    ["a time in the name", "Call at 10:30: 4: Ann, Ben", "Call at 10:30", 4, ["Ann", "Ben"], "colon-in-name"],
    ["a comma for the second colon", "Pay: 2, Guest", "Pay", 2, ["Guest"], "score-read-as"],
    ["a decimal comma", "Pay: 3,5: Guest", "Pay", 3.5, ["Guest"], "score-read-as"],
    ["an arrow", "Discover -> 3: Guest", "Discover", 3, ["Guest"], "score-read-as"],
    ["a fraction", "Pay: 4/5: Guest", "Pay", 4, ["Guest"], "score-read-as"],
    ["a full-width number", "Pay: ５: Guest", "Pay", 5, ["Guest"], "score-read-as"],
    ["full-width colons", "支払い：5：客", "支払い", 5, ["客"], "full-width-colon"],
    ["a hash in the name", "Order #12: 5: Ann", "Order #12", 5, ["Ann"], "hash-kept"],
    ["a hash in an actor", "Pay: 5: Child#1, Child#2", "Pay", 5, ["Child#1", "Child#2"], "hash-kept"],
    ["a semicolon in the name", "Look; buy: 5: Ann", "Look; buy", 5, ["Ann"], "semicolon-kept"],
    ["a word for the score", "Pay: good: Ann", "Pay", undefined, ["Ann"], "score-unreadable"],
    ["no score", "Pay", "Pay", undefined, undefined, "score-missing"],
    ["a blank score", "Pay: : Ann", "Pay", undefined, ["Ann"], "score-missing"],
    ["a leading colon", ":smile: 3: Ann", ":smile", 3, ["Ann"], "colon-in-name"],
    ["more parts than there are", "Pay: 5: Ann: Ben", "Pay", 5, ["Ann"], "part-dropped"],
  ])("reads %s and says so", (_, line, title, score, actors, code) => {
    const { drafts, notes } = readMermaid(`journey\n section S\n ${line}`);
    expect(drafts[0]?.phases[0]?.touchpoints).toEqual([
      { title, ...(score === undefined ? {} : { score }), ...(actors ? { actors } : {}), cards: [] },
    ]);
    expect(notes).toEqual([{ code, line: 3, text: line }]);
  });

  it("reads plain lines without a note", () => {
    const { drafts, notes } = readMermaid("journey\n title T\n A: 5: x\n section S\n B#58; 1: 0x5:y");
    expect(notes).toEqual([]);
    expect(drafts[0]).toMatchObject({
      title: "T",
      phases: [
        { title: "", touchpoints: [{ title: "A", score: 5, actors: ["x"] }] },
        { title: "S", touchpoints: [{ title: "B: 1", score: 5, actors: ["y"] }] },
      ],
    });
  });

  it("accepts upper case, a colon in a section, several journeys, and front matter indented anyhow", () => {
    const text = "---\n    title: F\n  ---\nJOURNEY\n section A: b\n T: 1\njourney\n section C\n U: 2";
    const { drafts, notes } = readMermaid(text);
    expect(drafts.map((draft) => [draft.title, draft.phases.map((phase) => phase.title)])).toEqual([
      ["F", ["A: b"]],
      ["F", ["C"]],
    ]);
    expect(notes.map(({ code, line }) => [code, line])).toEqual([
      ["keyword-case", 4],
      ["colon-in-name", 5],
    ]);
  });

  it("leaves out what is no part of a journey, with a note", () => {
    const { drafts, notes } = readMermaid("journey\n accDescr {\n a: 1\n }\n classDef x fill:#f00\n // c\n T: 1");
    expect(drafts[0]?.phases[0]?.touchpoints).toHaveLength(1);
    expect(notes.map(({ code, line }) => [code, line])).toEqual([
      ["description-dropped", 2],
      ["line-skipped", 5],
      ["line-skipped", 6],
    ]);
  });

  it("keeps a task whose name only begins like a style", () => {
    expect(readMermaid("journey\n style guide: 3: Ann").drafts[0]?.phases[0]?.touchpoints[0]?.title).toBe(
      "style guide",
    );
  });

  it("gives lanes in which the first card can be written", () => {
    const kinds = readMermaid("journey\n T: 1").drafts[0]?.lanes.map((lane) => lane.kind);
    expect(kinds?.slice(0, 2)).toEqual(["touchpoint", "feeling"]);
    expect(kinds?.length).toBeGreaterThan(3);
  });

  it("never throws", () => {
    const bit = fc.constantFrom(
      "journey\n",
      "title ",
      "section ",
      "accDescr {",
      "%%{",
      ":",
      "：",
      ";",
      "#",
      "---\n",
      "\n",
      "3",
      "3,5",
      "->",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, fc.string()), { maxLength: 20 }), (bits) => {
        expect(Array.isArray(readMermaid(bits.join("")).drafts)).toBe(true);
      }),
    );
  });
});

const folder = join(import.meta.dirname, "../../../shared/corpus/files/mermaid");
const hasCorpus = existsSync(folder);
if (!hasCorpus) console.warn("SKIPPED: the corpus of real journey files is not beside this checkout");

describe.skipIf(!hasCorpus)("the lenient reading of real files", () => {
  it.each(hasCorpus ? readdirSync(folder) : [])("agrees with the strict one on %s, or says where not", (name) => {
    const source = readFileSync(join(folder, name), "utf8");
    const strict = parseMermaidStrictly(source);
    const { drafts, notes } = readMermaid(source);
    expect(drafts).toHaveLength(1);
    const noted = notes.some(({ code }) => code !== "description-dropped");
    if (!strict.ok || noted) return expect(drafts[0]?.phases.length).toBeGreaterThan(0);
    const words = (text: string) => text.replace(/<br\s*\/?>/gi, "\n");
    expect(drafts[0]?.title).toBe(words(strict.title));
    expect(
      drafts[0]?.phases.map(({ title, touchpoints }) => [
        title,
        touchpoints.map((it) => [it.title, it.score, it.actors ?? []]),
      ]),
    ).toEqual(
      strict.sections.map(({ name: title, tasks }) => [
        words(title),
        tasks.map((it) => [words(it.name), it.score, it.people]),
      ]),
    );
  });
});
