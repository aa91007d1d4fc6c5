import { readJourneyFile, readSameside, type SamesideContents, writeSameside } from "@sameside/interchange";
import {
  boardFromState,
  EXAMPLE_JOURNEY,
  importJourney,
  mergeInto,
  newBoard,
  readBoard,
  stateOf,
} from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SOMEBODY } from "./boards.ts";

const ROOM = "workshop00000001.board.table";

describe("a .sameside file", () => {
  it("gives back every byte and row", () => {
    const written = contents();
    const answers = written.answers.toSorted((a, b) => (a.person < b.person ? -1 : 1));
    const attachments = written.attachments.toReversed();
    const inOrder = { ...written, documents: sorted(written), answers, attachments };
    expect(readSameside(writeSameside(written))).toEqual({ ok: true, contents: inOrder });
  });

  it("holds a board whose view is equal after the round trip, and merging twice is merging once", () => {
    const board = newBoard();
    importJourney(board, SOMEBODY, { draft: EXAMPLE_JOURNEY });
    const read = readSameside(
      writeSameside({
        ...contents(),
        documents: [{ room: ROOM, kind: "board", state: stateOf(board), view: readBoard(board) }],
      }),
    );
    if (!read.ok) throw new Error(read.problem.code);
    const [document] = read.contents.documents;
    const again = boardFromState(document?.state ?? new Uint8Array());
    expect(readBoard(again)).toEqual(readBoard(board));
    expect(document?.view).toEqual(JSON.parse(JSON.stringify(readBoard(board))));
    mergeInto(again, document?.state ?? new Uint8Array());
    expect(readBoard(again)).toEqual(readBoard(board));
  });

  it("has equal bytes for equal contents, whatever their order", () => {
    const one = contents();
    const other = {
      ...one,
      documents: one.documents.toReversed(),
      answers: one.answers.toReversed(),
      attachments: one.attachments.toReversed(),
    };
    expect(writeSameside(other)).toEqual(writeSameside(one));
  });

  it("takes no secret along", () => {
    const withSecret = { ...contents(), secret: "s3cret", token: "t0ken" };
    const read = readSameside(writeSameside(withSecret));
    expect(JSON.stringify(read)).not.toMatch(/s3cret|t0ken/);
  });

  it("is refused by the writer when a part does not fit", () => {
    expect(() => writeSameside({ ...contents(), createdAt: "yesterday" })).toThrow();
    expect(() => writeSameside({ ...contents(), workshop: "../x" })).toThrow();
  });

  it("is refused as damaged at any flipped byte of its state, and at any cut", () => {
    const bytes = writeSameside(contents());
    for (let at = 0; at < bytes.length; at += 7) {
      const cut = readSameside(bytes.subarray(0, at));
      expect(cut.ok).toBe(false);
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0xff;
      const read = readSameside(flipped);
      // Bytes of the ZIP's own bookkeeping (times, attributes) may flip without harm: then everything is equal.
      if (read.ok)
        expect(read.contents.documents.map(({ state }) => state)).toEqual(sorted(contents()).map(({ state }) => state));
    }
  });

  it("is refused when it is a ZIP of something else, or from a newer program", () => {
    const manifest = { format: 1, app: "x", workshop: "w", documents: [], createdAt: "2026-01-01T00:00:00Z" };
    expect(readSameside(zipOf({ "word/document.xml": "x" }))).toEqual({
      ok: false,
      problem: { code: "sameside-foreign" },
    });
    const newer = zipOf({ "manifest.json": JSON.stringify({ ...manifest, format: 3, more: true }) });
    expect(readSameside(newer)).toEqual({ ok: false, problem: { code: "sameside-newer", count: 3, max: 2 } });
    const noAnswers = zipOf({ "manifest.json": JSON.stringify(manifest) });
    expect(readSameside(noAnswers)).toMatchObject({
      ok: false,
      problem: { code: "sameside-damaged", text: "answers.json" },
    });
    expect(readSameside(zipOf({ "manifest.json": "{" }))).toMatchObject({ problem: { code: "sameside-damaged" } });
  });

  it("is not unpacked when it says it is larger than any workshop", () => {
    const huge = zipOf({ "manifest.json": "{}", "documents/1/state.bin": "x" }, 0x7fffffff);
    expect(readSameside(huge)).toMatchObject({ ok: false, problem: { code: "sameside-too-large" } });
    const many = Object.fromEntries(Array.from({ length: 1100 }, (_, index) => [`documents/${index}/state.bin`, ""]));
    expect(readSameside(zipOf(many))).toMatchObject({ ok: false, problem: { code: "sameside-too-large" } });
  });

  it("is known by its content, not by its name", () => {
    const result = readJourneyFile({ name: "map.csv", bytes: writeSameside(contents()) });
    expect(result).toMatchObject({ ok: true, kind: "sameside", contents: { workshop: "workshop00000001" } });
  });

  it("never makes the reader throw", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const zipLike = Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]);
        expect(readSameside(zipLike).ok).toBe(false);
      }),
    );
  });
});

function contents(): SamesideContents {
  return {
    app: "0.1.0",
    workshop: "workshop00000001",
    createdAt: "2026-11-22T10:00:00.000Z",
    documents: [
      {
        room: ROOM,
        kind: "board",
        state: Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 251),
        view: { journeys: [] },
      },
      { room: "workshop00000001.board.a", kind: "board", state: Uint8Array.of(0, 0), view: null },
    ],
    answers: [
      { topic: "name", person: "somebody00000000", item: "today", value: "Zoë", time: 5 },
      {
        topic: "name",
        person: "another000000000",
        item: "today",
        value: "Ann",
        time: 4,
        enteredBy: "somebody00000000",
      },
    ],
    attachments: [
      { hash: "b".repeat(43), type: "image/jpeg", bytes: Uint8Array.from({ length: 500 }, (_, index) => index % 253) },
      { hash: "a".repeat(43), type: "audio/mpeg", bytes: Uint8Array.of(1, 2, 3) },
    ],
  };
}

function sorted(all: SamesideContents) {
  return all.documents.toSorted((a, b) => (a.room < b.room ? -1 : 1));
}

/** A stored (not compressed) ZIP, by hand: `declaredSize` is what its directory claims for every file. */
function zipOf(files: Record<string, string>, declaredSize?: number): Uint8Array {
  const parts: number[] = [];
  const directory: number[] = [];
  const push = (into: number[], ...fields: [number, 2 | 4][]) => {
    for (const [value, size] of fields)
      for (let byte = 0; byte < size; byte++) into.push((value >>> (8 * byte)) & 0xff);
  };
  for (const [name, text] of Object.entries(files)) {
    const [nameBytes, data] = [new TextEncoder().encode(name), new TextEncoder().encode(text)];
    const at = parts.length;
    const size = declaredSize ?? data.length;
    push(
      parts,
      [0x04034b50, 4],
      [20, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [0, 4],
      [data.length, 4],
      [size, 4],
      [nameBytes.length, 2],
      [0, 2],
    );
    parts.push(...nameBytes, ...data);
    push(directory, [0x02014b50, 4], [20, 2], [20, 2], [0, 2], [0, 2], [0, 4], [0, 4], [data.length, 4], [size, 4]);
    push(directory, [nameBytes.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]);
    directory.push(...nameBytes);
  }
  const count = Object.keys(files).length;
  const end: number[] = [];
  push(end, [0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [directory.length, 4], [parts.length, 4], [0, 2]);
  return Uint8Array.from([...parts, ...directory, ...end]);
}
