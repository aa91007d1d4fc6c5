/** Several workshops in one file, written and read. */
import { type Zippable, zipSync } from "fflate";
import { MAX_SAMESIDE_BYTES } from "../limits.ts";
import {
  BUNDLE_FORMAT,
  type BundleContents,
  type BundledWorkshop,
  ReadBundle,
  WrittenBundle,
} from "./bundleManifest.ts";
import { crc32 } from "./crc32.ts";
import { readWithin } from "./read.ts";
import { damaged, formatOf, isZip, jsonOf, type Refusal, unpack } from "./unpack.ts";
import { FIXED_TIME, json, writeSameside } from "./write.ts";

export type BundleReading = { readonly ok: true; readonly bundle: BundleContents } | Refusal;

const KNOWN_ENTRY = /^(?:manifest\.json|(?:notes|words)\.json|workshops\/\d{1,6}\.sameside)$/;

/** @throws Error (zod) when a part does not fit the format; such a file would be refused when it is read. */
export function writeBundle({ app, person, createdAt, workshops, words, notes }: BundleContents): Uint8Array {
  const files: Zippable = { "words.json": json(words), "notes.json": json(notes) };
  const entries = workshops.map(({ contents, group, title, secret }, index) => {
    const file = `workshops/${index + 1}.sameside`;
    const bytes = writeSameside(contents);
    files[file] = [bytes, { level: 0 }];
    return { workshop: contents.workshop, group, title, file, crc32: crc32(bytes), ...(secret && { secret }) };
  });
  files["manifest.json"] = json(
    WrittenBundle.parse({ format: BUNDLE_FORMAT, app, person, workshops: entries, createdAt }),
  );
  return zipSync(files, { mtime: FIXED_TIME, level: 6 });
}

/** `undefined` for a file that is none of several workshops; otherwise the whole of it, or the one reason why not. */
export function readBundle(bytes: Uint8Array): BundleReading | undefined {
  if (!isZip(bytes)) return undefined;
  const looked = unpack(bytes, /^manifest\.json$/);
  if (!looked.ok || formatOf(jsonOf(looked.files["manifest.json"])) !== BUNDLE_FORMAT) return undefined;
  const unpacked = unpack(bytes, KNOWN_ENTRY);
  if (!unpacked.ok) return unpacked;
  const { files } = unpacked;
  const manifest = ReadBundle.safeParse(jsonOf(files["manifest.json"]));
  if (!manifest.success) return damaged("manifest.json");
  // What is packed in one of the files counts for all of them: many small bombs are one large one.
  let left = MAX_SAMESIDE_BYTES;
  const workshops: BundledWorkshop[] = [];
  for (const { workshop, group, title, file, crc32: expected, secret } of manifest.data.workshops) {
    const packed = files[file];
    if (!packed || crc32(packed) !== expected) return damaged(file);
    const { reading, used } = readWithin(packed, left);
    if (!reading.ok) return reading;
    const { contents } = reading;
    if (contents.workshop !== workshop) return damaged(file);
    left -= used;
    workshops.push({ group, title, contents, ...(secret !== undefined && { secret }) });
  }
  const [words, notes] = [listIn(files["words.json"]), listIn(files["notes.json"])];
  const { app, person, createdAt } = manifest.data;
  return { ok: true, bundle: { app, person, createdAt, workshops, words, notes } };
}

function listIn(file: Uint8Array | undefined): readonly unknown[] {
  const list = jsonOf(file);
  return Array.isArray(list) ? list : [];
}
