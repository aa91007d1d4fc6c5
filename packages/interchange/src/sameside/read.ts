/** Reads a `.sameside` file from anybody: limits are checked before anything is unpacked. */
import { strFromU8, type UnzipFileInfo, type Unzipped, unzipSync } from "fflate";
import { MAX_SAMESIDE_BYTES, MAX_SAMESIDE_ENTRIES } from "../limits.ts";
import type { Problem } from "../report.ts";
import { crc32, FileAnswers, ReadManifest, SAMESIDE_FORMAT, type SamesideContents } from "./manifest.ts";

export type SamesideReading =
  | { readonly ok: true; readonly contents: SamesideContents }
  | { readonly ok: false; readonly problem: Problem };

/** The names a file may hold; anything else in the ZIP is not unpacked. */
const KNOWN_ENTRY = /^(?:manifest\.json|answers\.json|documents\/\d{1,6}\/(?:state\.bin|view\.json))$/;

/** `true` when the bytes begin as a ZIP does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** The contents of a `.sameside`, or the one reason why not. Never throws. */
export function readSameside(bytes: Uint8Array): SamesideReading {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const { files } = unpacked;
  const manifestFile = files["manifest.json"];
  if (!manifestFile) return { ok: false, problem: { code: "sameside-foreign" } };
  const raw = jsonOf(manifestFile);
  const format = formatOf(raw);
  if (format !== undefined && format > SAMESIDE_FORMAT) {
    return { ok: false, problem: { code: "sameside-newer", count: format, max: SAMESIDE_FORMAT } };
  }
  const manifest = ReadManifest.safeParse(raw);
  if (!manifest.success) return damaged("manifest.json");
  return contentsOf(manifest.data, files);
}

function contentsOf(manifest: ReadManifest, files: Unzipped): SamesideReading {
  const answers = FileAnswers.safeParse(jsonOf(files["answers.json"]));
  if (!answers.success) return damaged("answers.json");
  const documents: SamesideContents["documents"][number][] = [];
  for (const { room, kind, file, crc32: expected } of manifest.documents) {
    const state = files[`${file}/state.bin`];
    if (!state || crc32(state) !== expected) return damaged(`${file}/state.bin`);
    documents.push({ room, kind, state, view: jsonOf(files[`${file}/view.json`]) });
  }
  const { app, workshop, createdAt } = manifest;
  return { ok: true, contents: { app, workshop, createdAt, documents, answers: answers.data } };
}

/** Sizes come from the ZIP's directory; the inflater is given exactly that much room, so a lie only fails. */
function unpack(
  bytes: Uint8Array,
): { readonly ok: true; readonly files: Unzipped } | { readonly ok: false; readonly problem: Problem } {
  let total = 0;
  let entries = 0;
  const admit = ({ name, originalSize, size }: UnzipFileInfo): boolean => {
    entries++;
    if (!KNOWN_ENTRY.test(name)) return false;
    total += Math.max(originalSize, size);
    if (entries > MAX_SAMESIDE_ENTRIES || total > MAX_SAMESIDE_BYTES) throw new TooLarge();
    return true;
  };
  try {
    return { ok: true, files: unzipSync(bytes, { filter: admit }) };
  } catch (error) {
    if (!(error instanceof TooLarge)) return { ok: false, problem: { code: "sameside-damaged", text: "ZIP" } };
    return { ok: false, problem: { code: "sameside-too-large", count: total, max: MAX_SAMESIDE_BYTES } };
  }
}

class TooLarge extends Error {}

/** `undefined` when the bytes are missing or no JSON. */
function jsonOf(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(strFromU8(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function formatOf(raw: unknown): number | undefined {
  if (typeof raw !== "object" || raw === null || !("format" in raw)) return undefined;
  return typeof raw.format === "number" ? raw.format : undefined;
}

function damaged(text: string): SamesideReading {
  return { ok: false, problem: { code: "sameside-damaged", text } };
}
