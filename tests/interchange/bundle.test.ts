/** Several workshops in one file: everything somebody takes along. */
import { crc32 } from "node:zlib";
import {
  type BundleContents,
  MAX_SAMESIDE_BYTES,
  readBundle,
  readJourneyFile,
  readSameside,
  type SamesideContents,
  writeBundle,
  writeSameside,
} from "@sameside/interchange";
import { describe, expect, it } from "vitest";
import { zipFile } from "./zip.ts";

const SECRET = "s".repeat(43);

describe("a file of several workshops", () => {
  it("gives back every workshop, whose it is, its notes, and the keys that were asked for", () => {
    const bundle = bundleOf([workshop("workshop00000001"), workshop("workshop00000002")]);
    const [first, second] = bundle.workshops;
    if (!first || !second) throw new Error("no workshops");
    const withKey = { ...bundle, workshops: [{ ...first, secret: SECRET }, second] };
    expect(readBundle(writeBundle(withKey))).toEqual({ ok: true, bundle: withKey });
  });

  it("is none of one workshop, and says so to who expects one", () => {
    const bytes = writeBundle(bundleOf([workshop("workshop00000001")]));
    expect(readSameside(bytes)).toEqual({ ok: false, problem: { code: "sameside-several" } });
    expect(readJourneyFile({ name: "all.sameside", bytes })).toMatchObject({ problem: { code: "sameside-several" } });
    expect(readBundle(writeSameside(workshop("workshop00000001")))).toBeUndefined();
    expect(readBundle(new TextEncoder().encode("journey"))).toBeUndefined();
  });

  it("is refused whole when one of its files is damaged, is another workshop's, or is missing", () => {
    const packed = writeSameside(workshop("workshop00000001"));
    const flipped = packed.map((byte, index) => (index === packed.length >> 1 ? byte ^ 0xff : byte));
    for (const [what, file, told] of [
      ["flipped", flipped, packed],
      ["another", writeSameside(workshop("workshop00000009")), undefined],
      ["cut", packed.subarray(0, 100), undefined],
    ] as const) {
      const entry = { crc32: crc32(told ?? file) >>> 0, file: "workshops/1.sameside" };
      const zip = zipFile([
        { name: "manifest.json", bytes: manifestOf([entry]) },
        { name: "workshops/1.sameside", bytes: file },
      ]);
      expect(readBundle(zip), what).toMatchObject({ ok: false, problem: { code: "sameside-damaged" } });
    }
    const missing = zipFile([
      { name: "manifest.json", bytes: manifestOf([{ crc32: 0, file: "workshops/1.sameside" }]) },
    ]);
    expect(readBundle(missing)).toMatchObject({ ok: false, problem: { code: "sameside-damaged" } });
  });

  it("never makes the reader throw, wherever it is cut", () => {
    const bytes = writeBundle(bundleOf([workshop("workshop00000001")]));
    for (let at = 0; at < bytes.length; at += 11) {
      const cut = bytes.subarray(0, at);
      expect(readBundle(cut)?.ok ?? false).toBe(false);
      expect(readSameside(cut).ok).toBe(false);
    }
  });

  it("is not unpacked when what its files hold comes to more than one file may", () => {
    // Files that each stay under the limit, and together do not.
    const names = [1, 2, 3, 4, 5].map((index) => `workshops/${index}.sameside`);
    const large = zipFile([
      { name: "manifest.json", bytes: text(JSON.stringify(innerManifest())) },
      { name: "answers.json", bytes: text("[]") },
      { name: "documents/9/view.json", bytes: text("{}"), claimedSize: MAX_SAMESIDE_BYTES / 4 },
    ]);
    expect(readSameside(large).ok).toBe(true);
    const bomb = zipFile([
      {
        name: "manifest.json",
        bytes: manifestOf(names.map((file) => ({ crc32: crc32(large) >>> 0, file }))),
      },
      ...names.map((name) => ({ name, bytes: large })),
    ]);
    expect(readBundle(bomb)).toMatchObject({ ok: false, problem: { code: "sameside-too-large" } });
  });

  it("leaves out what only a newer program knows of, and nothing else", () => {
    const packed = writeSameside(workshop("workshop00000001"));
    const entries = [{ crc32: crc32(packed) >>> 0, file: "workshops/1.sameside" }];
    const zip = zipFile([
      { name: "manifest.json", bytes: manifestOf([...entries, { kind: "robot" }]) },
      { name: "workshops/1.sameside", bytes: packed },
      { name: "robots/1.bin", bytes: text("x") },
    ]);
    const read = readBundle(zip);
    expect(read?.ok && read.bundle.workshops.map(({ contents }) => contents.workshop)).toEqual(["workshop00000001"]);
  });
});

function workshop(id: string): SamesideContents {
  return {
    app: "0.1.0",
    workshop: id,
    createdAt: "2026-11-22T10:00:00.000Z",
    documents: [
      { room: `${id}.board.table1`, kind: "board", state: Uint8Array.of(0, 0), view: { journeys: [] } },
      { room: `${id}.plan`, kind: "plan", state: Uint8Array.of(0, 0), view: null },
    ],
    answers: [{ topic: "name", person: "somebody00000000", item: "today", value: "Zoë", time: 5 }],
    attachments: [{ hash: "a".repeat(43), type: "image/jpeg", bytes: Uint8Array.of(9, 8, 7) }],
  };
}

function bundleOf(workshops: readonly SamesideContents[]): BundleContents {
  return {
    app: "0.1.0",
    person: "somebody00000000",
    createdAt: "2026-11-22T10:00:00.000Z",
    workshops: workshops.map((contents) => ({ group: "table1", title: contents.workshop, contents })),
    words: [{ workshop: "workshop00000007", text: "# My words" }],
    notes: [{ id: "n1", text: "For me alone" }],
  };
}

function manifestOf(workshops: readonly Record<string, unknown>[]): Uint8Array {
  const entries = workshops.map((entry) => ({ workshop: "workshop00000001", group: "table1", title: "", ...entry }));
  const { app, person, createdAt } = bundleOf([]);
  return text(JSON.stringify({ format: 2, app, person, createdAt, workshops: entries }));
}

function innerManifest() {
  return { format: 1, app: "0", workshop: "workshop00000001", documents: [], createdAt: "2026-11-22T10:00:00.000Z" };
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
