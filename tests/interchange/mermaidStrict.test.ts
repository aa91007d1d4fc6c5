import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseMermaidStrictly } from "@sameside/interchange";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("the strict reading of Mermaid", () => {
  it("reads title, sections, tasks, scores and actors", () => {
    expect(plain("journey\n title A: b\n section S\n T: 3.5: a, b\n U: -2")).toEqual({
      ok: true,
      title: "A: b",
      sections: [
        {
          name: "S",
          tasks: [
            { name: "T", score: 3.5, people: ["a", "b"] },
            { name: "U", score: -2, people: [] },
          ],
        },
      ],
    });
  });

  it("accepts text for a score as no number, as the official parser does", () => {
    expect(tasksOf("journey\n Regular 1:1s: 5: Ann")).toEqual([{ name: "Regular 1", score: null, people: ["5"] }]);
    expect(tasksOf("journey\n T: 4/5: a")).toEqual([{ name: "T", score: null, people: ["a"] }]);
  });

  it("reads a blank score as 0 and keeps an empty actor out", () => {
    expect(tasksOf("journey\n T: : a")).toEqual([{ name: "T", score: 0, people: ["a"] }]);
    expect(tasksOf("journey\n T: 5:")).toEqual([{ name: "T", score: 5, people: [] }]);
  });

  it.each([
    ["a semicolon", "journey\n section S\n T; x: 5: a"],
    ["a hash in a name", "journey\n Order #12: 5: a"],
    ["a colon in a section", "journey\n section A: b"],
    ["an empty section", "journey\n section"],
    ["a line without a colon", "journey\n T\n"],
    ["nothing after the colon", "journey\n T:\n"],
    ["a full-width colon", "journey\n T： 5\n"],
    ["upper case", "JOURNEY\n T: 5"],
    ["a second journey line", "journey\n T: 5\njourney"],
    ["a task that begins with journey", "journey\n Journey starts: 3: a"],
    ["an unclosed description", "journey\n accDescr {\n a\n T: 5"],
    ["an empty description at the end", "journey\n accTitle:"],
    ["broken front matter", "---\ntitle: [\n---\njourney\n T: 5"],
    ["a fence", "```mermaid\njourney\n T: 5\n```"],
    ["another diagram", "flowchart LR\n a --> b"],
    ["nothing", ""],
  ])("refuses %s", (_, text) => {
    expect(parseMermaidStrictly(text).ok).toBe(false);
  });

  it("names the line of the source that it refuses, comments and front matter counted", () => {
    expect(parseMermaidStrictly("---\ntitle: x\n---\njourney\n %% c\n T: 1\n Order #12: 5")).toMatchObject({
      ok: false,
      line: 7,
    });
  });

  it("lets the title line win over the front matter, the last one over the first", () => {
    expect(parseMermaidStrictly("---\ntitle: F\n---\njourney\n T: 1")).toMatchObject({ title: "F" });
    expect(parseMermaidStrictly("---\ntitle: F\n---\njourney\n title A\n title B")).toMatchObject({ title: "B" });
  });

  it("reads the next line as the title after a bare title, as the official parser does", () => {
    expect(plain("journey\n title\n section S\n T: 1")).toMatchObject({ title: "section S", sections: [{ name: "" }] });
  });

  it("drops comments and directives, but no comment behind text", () => {
    const text = "%%{init: {'theme': 'dark'}}%%\njourney\n %% c: 1\n # d\n T: 1: a %% b";
    expect(tasksOf(text)).toEqual([{ name: "T", score: 1, people: ["a %% b"] }]);
  });

  it("decodes entities", () => {
    expect(tasksOf("journey\n At 10#58;30 #quot;x#quot;: 5: Smith#44; J")).toEqual([
      { name: 'At 10:30 "x"', score: 5, people: ["Smith, J"] },
    ]);
  });

  it("reads 5,000 tasks", () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `T${index}: 3: a`);
    expect(tasksOf(`journey\n${lines.join("\n")}`)).toHaveLength(5000);
  });

  it("never throws", () => {
    const bit = fc.constantFrom(
      "journey",
      "title ",
      "section ",
      "accDescr {",
      "accTitle:",
      "}",
      ":",
      ";",
      "#",
      "%%{",
      "---\n",
      "\n",
      " ",
      "1",
      "a",
      "\u2028",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, fc.string()), { maxLength: 20 }), (bits) => {
        expect(typeof parseMermaidStrictly(bits.join("")).ok).toBe("boolean");
      }),
    );
  });
});

const corpus = join(import.meta.dirname, "../../../shared/corpus");
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.warn("SKIPPED: the corpus of real journey files is not beside this checkout");

describe.skipIf(!hasCorpus)("the strict reading of real files", () => {
  const expectedFiles = hasCorpus ? readdirSync(join(corpus, "expected/mermaid")) : [];
  it("finds files to compare", () => {
    expect(expectedFiles.length).toBeGreaterThan(50);
  });
  it.each(expectedFiles)("agrees with the official parser on %s", (name) => {
    const source = readFileSync(join(corpus, "files/mermaid", name.replace(/json$/, "mmd")), "utf8");
    expectAgreement(source, JSON.parse(readFileSync(join(corpus, "expected/mermaid", name), "utf8")));
  });
  it.each(["probes", "escapes", "upstream-spec"])("agrees on every case of %s", (name) => {
    const { cases } = JSON.parse(readFileSync(join(corpus, "conformance", `${name}.json`), "utf8"));
    expect(cases.length).toBeGreaterThan(5);
    for (const { input, expected } of cases) expectAgreement(input, expected);
  });
});

/** Compares every field of ours that the official reading has too. */
function expectAgreement(source: string, expected: { ok: boolean; sections?: object[]; title?: string }): void {
  const parsed = parseMermaidStrictly(source);
  if (!expected.ok || !parsed.ok) {
    expect(parsed.ok).toBe(expected.ok);
    return;
  }
  const known = ["ok", "title", "sections", "accTitle", "accDescr"];
  const wanted = Object.fromEntries(Object.entries(expected).filter(([key]) => known.includes(key)));
  const dropRawPeople = (key: string, value: unknown) => (key === "rawPeople" ? undefined : value);
  expect(JSON.parse(JSON.stringify(parsed))).toEqual(JSON.parse(JSON.stringify(wanted, dropRawPeople)));
}

/** What `sameside check --strict --json` prints: no number is `null`. */
function plain(source: string): { ok: boolean; title?: string; sections?: { name: string; tasks: object[] }[] } {
  const parsed = parseMermaidStrictly(source);
  if (!parsed.ok) return { ok: false };
  const sections = parsed.sections.map(({ name, tasks }) => ({
    name,
    tasks: tasks.map((task) => ({
      name: task.name,
      score: Number.isNaN(task.score) ? null : task.score,
      people: [...task.people],
    })),
  }));
  return { ok: true, title: parsed.title, sections };
}

function tasksOf(source: string): object[] | undefined {
  return plain(source).sections?.flatMap((section) => section.tasks);
}
