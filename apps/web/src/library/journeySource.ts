/** Where a map may come from: a file somebody chose or dropped, or lines they pasted. */
import {
  type BundleContents,
  isZip,
  MAX_IMPORT_BYTES,
  MAX_SAMESIDE_BYTES,
  type ReadResult,
  readBundle,
  readJourneyFile,
} from "@sameside/interchange";

/** What a file is: a map, a workshop, or everything that somebody had on a device. */
export type SourceReading =
  | ReadResult
  | { readonly ok: true; readonly kind: "everything"; readonly bundle: BundleContents };

export interface JourneySource {
  /** Another source is another number, so that a dialog starts afresh. */
  readonly id: number;
  readonly name: string;
  /** Reads it; a file that is too large is refused before it is read into memory. */
  readonly read: () => Promise<SourceReading>;
}

let lastId = 0;
const SIGNATURE_BYTES = 4;

export function fromFile(file: File): JourneySource {
  return {
    id: ++lastId,
    name: file.name,
    async read() {
      const beginning = new Uint8Array(await file.slice(0, SIGNATURE_BYTES).arrayBuffer());
      const max = isZip(beginning) ? MAX_SAMESIDE_BYTES : MAX_IMPORT_BYTES;
      if (file.size > max) return { ok: false, problem: { code: "too-large", count: file.size, max } };
      const bytes = new Uint8Array(await file.arrayBuffer());
      const several = readBundle(bytes);
      if (!several) return readJourneyFile({ name: file.name, bytes });
      return several.ok ? { ok: true, kind: "everything", bundle: several.bundle } : several;
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

/** Reads it; one that cannot be read at all is no text. */
export async function readSource(source: JourneySource): Promise<SourceReading> {
  try {
    return await source.read();
  } catch {
    return { ok: false, problem: { code: "binary" } };
  }
}
