/** Writes a `.sameside` file of one workshop. */
import { strToU8, type Zippable, zipSync } from "fflate";
import { crc32 } from "./crc32.ts";
import { FileAnswers, SAMESIDE_FORMAT, type SamesideContents, WrittenManifest } from "./manifest.ts";

/** ZIP cannot hold a time before 1980; a fixed one makes equal contents equal bytes. */
export const FIXED_TIME = new Date(1980, 0, 1, 0, 0, 0);

/**
 * A workshop's documents, answers and attachments as one file. Equal contents give equal bytes, whatever the order they
 * come in.
 * @throws Error (zod) when a part does not fit the format; such a file would be refused when it is read.
 */
export function writeSameside(contents: SamesideContents): Uint8Array {
  const { app, workshop, createdAt } = contents;
  const documents = contents.documents.toSorted((a, b) => compare(a.room, b.room));
  const entries = documents.map(({ room, kind, state }, index) => {
    return { room, kind, file: `documents/${index + 1}`, crc32: crc32(state) };
  });
  const attachments = contents.attachments.toSorted((a, b) => compare(a.hash, b.hash));
  const attached = attachments.map(({ hash, type, bytes }, index) => {
    return { hash, type, file: `attachments/${index + 1}`, crc32: crc32(bytes) };
  });
  const manifest = WrittenManifest.parse({
    format: SAMESIDE_FORMAT,
    app,
    workshop,
    documents: entries,
    attachments: attached,
    createdAt,
  });
  const answers = FileAnswers.parse(contents.answers).toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  const files: Zippable = { "manifest.json": json(manifest) };
  for (const [index, { file }] of entries.entries()) {
    files[`${file}/state.bin`] = documents[index]?.state ?? new Uint8Array();
    files[`${file}/view.json`] = json(documents[index]?.view ?? null);
  }
  // Pictures and sound are packed already.
  for (const [index, { file }] of attached.entries())
    files[file] = [attachments[index]?.bytes ?? new Uint8Array(), { level: 0 }];
  files["answers.json"] = json(answers);
  return zipSync(files, { mtime: FIXED_TIME, level: 6 });
}

export function json(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, undefined, 1)}\n`);
}

function keyOf(answer: { topic: string; person: string; item: string }): string {
  return `${answer.topic}/${answer.person}/${answer.item}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
