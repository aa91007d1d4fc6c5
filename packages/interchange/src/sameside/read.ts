/** Reads a `.sameside` file of one workshop, from anybody. */
import type { Unzipped } from "fflate";
import { MAX_SAMESIDE_BYTES } from "../limits.ts";
import { BUNDLE_FORMAT } from "./bundleManifest.ts";
import { crc32 } from "./crc32.ts";
import {
  FileAnswers,
  ReadManifest,
  SAMESIDE_FORMAT,
  type SamesideAttachment,
  type SamesideContents,
  type SamesideDocument,
} from "./manifest.ts";
import { damaged, formatOf, jsonOf, type Refusal, unpack } from "./unpack.ts";

export type SamesideReading = { readonly ok: true; readonly contents: SamesideContents } | Refusal;

/** The names a file may hold. */
const KNOWN_ENTRY =
  /^(?:manifest\.json|answers\.json|documents\/\d{1,6}\/(?:state\.bin|view\.json)|attachments\/\d{1,6})$/;

/** The contents of a `.sameside`, or the one reason why not. Never throws. */
export function readSameside(bytes: Uint8Array): SamesideReading {
  return readWithin(bytes, MAX_SAMESIDE_BYTES).reading;
}

/** As `readSameside`, where no more than `most` bytes may come out; `used`: how many did. */
export function readWithin(
  bytes: Uint8Array,
  most: number,
): { readonly reading: SamesideReading; readonly used: number } {
  const unpacked = unpack(bytes, KNOWN_ENTRY, most);
  return unpacked.ok ? { reading: readFiles(unpacked.files), used: unpacked.bytes } : { reading: unpacked, used: most };
}

function readFiles(files: Unzipped): SamesideReading {
  const manifestFile = files["manifest.json"];
  if (!manifestFile) return { ok: false, problem: { code: "sameside-foreign" } };
  const raw = jsonOf(manifestFile);
  const format = formatOf(raw);
  if (format === BUNDLE_FORMAT) return { ok: false, problem: { code: "sameside-several" } };
  if (format !== undefined && format > SAMESIDE_FORMAT) {
    return { ok: false, problem: { code: "sameside-newer", count: format, max: BUNDLE_FORMAT } };
  }
  const manifest = ReadManifest.safeParse(raw);
  if (!manifest.success) return damaged("manifest.json");
  return contentsOf(manifest.data, files);
}

function contentsOf(manifest: ReadManifest, files: Unzipped): SamesideReading {
  const answers = FileAnswers.safeParse(jsonOf(files["answers.json"]));
  if (!answers.success) return damaged("answers.json");
  const documents: SamesideDocument[] = [];
  for (const { room, kind, file, crc32: expected } of manifest.documents) {
    const state = files[`${file}/state.bin`];
    if (!state || crc32(state) !== expected) return damaged(`${file}/state.bin`);
    documents.push({ room, kind, state, view: jsonOf(files[`${file}/view.json`]) });
  }
  const attachments: SamesideAttachment[] = [];
  for (const { hash, type, file, crc32: expected } of manifest.attachments) {
    const bytes = files[file];
    if (!bytes || crc32(bytes) !== expected) return damaged(file);
    attachments.push({ hash, type, bytes });
  }
  const { app, workshop, createdAt } = manifest;
  return { ok: true, contents: { app, workshop, createdAt, documents, answers: answers.data, attachments } };
}
