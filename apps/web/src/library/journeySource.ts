/** Where a map may come from: a file somebody chose or dropped, or lines they pasted. */
import { MAX_IMPORT_BYTES, type ReadResult, readJourneyFile } from "@sameside/interchange";

export interface JourneySource {
  /** Another source is another number, so that a dialog starts afresh. */
  readonly id: number;
  readonly name: string;
  /** Reads it; a file that is too large is refused before it is read into memory. */
  readonly read: () => Promise<ReadResult>;
}

let lastId = 0;

export function fromFile(file: File): JourneySource {
  return {
    id: ++lastId,
    name: file.name,
    async read() {
      if (file.size > MAX_IMPORT_BYTES) {
        return { ok: false, problem: { code: "too-large", count: file.size, max: MAX_IMPORT_BYTES } };
      }
      return readJourneyFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    },
  };
}

export function fromText(name: string, text: string): JourneySource {
  return {
    id: ++lastId,
    name,
    read: async () => readJourneyFile({ name: "", text }),
  };
}
