/** Files in and out of the command line. */
import { readFile, stat, writeFile } from "node:fs/promises";
import { MAX_IMPORT_BYTES, type Note, type ReadResult, readJourneyFile } from "@sameside/interchange";
import { Complaint, located } from "./complaint.ts";
import { noteSentence, problemSentence } from "./sentences.ts";
import type { Terminal } from "./terminal.ts";

/** A file's bytes. @throws Complaint when it cannot be read, or is larger than any import. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MAX_IMPORT_BYTES) {
      const problem = { code: "too-large", count: size, max: MAX_IMPORT_BYTES } as const;
      throw new Complaint(located(file, 1, problemSentence(problem)));
    }
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof Complaint) throw error;
    throw new Complaint(located(file, 1, `the file cannot be read (${reasonOf(error)}); check its name and rights.`));
  }
}

/** @throws Complaint when the file cannot be written. */
export async function writeOut(file: string, contents: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, contents);
  } catch (error) {
    throw new Complaint(located(file, 1, `the file cannot be written (${reasonOf(error)}); check the folder.`));
  }
}

/** Reads a journey file. @throws Complaint with the one problem when it is none. */
export async function readingOf(file: string): Promise<Extract<ReadResult, { ok: true }>> {
  const reading = readJourneyFile({ name: file, bytes: await bytesOf(file) });
  if (reading.ok) return reading;
  throw new Complaint(located(file, reading.problem.line, problemSentence(reading.problem)));
}

export function printNotes(file: string, notes: readonly Note[], terminal: Terminal): void {
  for (const note of notes) terminal.err(`note: ${located(file, note.line, noteSentence(note))}`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
