/** Files that somebody made to do harm: none reaches a prototype, unpacks to more than it may, or keeps a reader busy. */
import { readJourneyFile, readSameside } from "@sameside/interchange";
import { afterEach, describe, expect, it } from "vitest";
import { viewOf } from "./boards.ts";
import { zipFile } from "./zip.ts";

const KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];
/** Unpacks to far more than its own size: the reader must go by what it may hold, not by what the file says. */
const BOMB_BYTES = 260 * 1024 * 1024;
/** One that lies about its size is large enough when unpacking it would be seen in the memory. */
const LIE_BYTES = 80 * 1024 * 1024;

const text8 = (text: string) => new TextEncoder().encode(text);
const untouched = Object.getOwnPropertyNames(Object.prototype).sort();

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(untouched);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

describe("names that mean something to JavaScript", () => {
  it.each(KEYS)("%s is a word like any other in a spreadsheet, as a column and in cells", (key) => {
    const files = {
      "rows.csv": `Phase,Touchpoint,${key}\n${key},${key},polluted\n`,
      "cards.csv": `Phase,Touchpoint,Lane,Card\n${key},${key},${key},polluted\n`,
    };
    for (const [name, text] of Object.entries(files)) {
      const result = readJourneyFile({ name, text });
      const [draft] = result.ok && result.kind === "drafts" ? result.drafts : [];
      expect(
        draft?.phases.map(({ title }) => title),
        name,
      ).toEqual([key]);
      expect(
        draft?.lanes.map((lane) => lane.name),
        name,
      ).toContain(key);
      if (draft) expect(viewOf(draft).phases[0]?.title).toBe(key);
    }
  });

  it.each(KEYS)("%s is one in a Mermaid journey, and in its front matter none at all", (key) => {
    const text = `---\n${key}:\n  polluted: true\ntitle: ${key}\n---\njourney\n  section ${key}\n    ${key}: 3: ${key}\n`;
    const result = readJourneyFile({ name: "a.mmd", text });
    const [draft] = result.ok && result.kind === "drafts" ? result.drafts : [];
    expect([draft?.title, draft?.phases[0]?.title]).toEqual([key, key]);
  });

  it("are no way into a saved copy", () => {
    const evil = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    const manifest = `{"__proto__":{"polluted":true},"app":"0","format":1,"workshop":"workshop00000001","createdAt":"2026-11-22T10:00:00.000Z","documents":[${evil}]}`;
    for (const [name, text] of [
      ["manifest.json", manifest],
      ["manifest.json", evil],
      ["__proto__/manifest.json", manifest],
      ["documents/__proto__/state.bin", "x"],
      ["../../etc/passwd", "x"],
    ] as const) {
      const files = [
        { name: "answers.json", bytes: text8(evil) },
        { name, bytes: text8(text) },
      ];
      expect(readSameside(zipFile(files)).ok, name).toBe(false);
    }
  });
});

describe("bombs", () => {
  it("of real compression are not unpacked: a saved copy of zeros", () => {
    const bomb = zipFile([
      { name: "manifest.json", bytes: text8("{}") },
      { name: "documents/1/state.bin", bytes: new Uint8Array(BOMB_BYTES) },
    ]);
    expect(bomb.length).toBeLessThan(BOMB_BYTES / 100);
    expect(readSameside(bomb)).toMatchObject({ ok: false, problem: { code: "sameside-too-large" } });
  });

  it("that lie about their size are refused all the same", () => {
    const bomb = zipFile([{ name: "manifest.json", bytes: new Uint8Array(LIE_BYTES), claimedSize: 10 }]);
    const before = process.memoryUsage.rss();
    expect(readSameside(bomb)).toMatchObject({ ok: false, problem: { code: "sameside-damaged" } });
    expect(process.memoryUsage.rss() - before).toBeLessThan(LIE_BYTES / 2);
  });

  it("of references in front matter are no title, and no file is the worse for them", () => {
    const levels = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(",")}]`);
    const text = `---\na0: &a0 [lol]\n${levels.join("\n")}\ntitle: *a12\n---\njourney\n  section Buy\n    Look: 3: Me\n`;
    expect(typeof readJourneyFile({ name: "a.mmd", text }).ok).toBe("boolean");
  });
});
