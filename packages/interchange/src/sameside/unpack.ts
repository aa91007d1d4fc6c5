/** Unpacks a ZIP from anybody: limits are checked before anything is unpacked. */
import { strFromU8, type UnzipFileInfo, type Unzipped, unzipSync } from "fflate";
import { MAX_SAMESIDE_BYTES, MAX_SAMESIDE_ENTRIES } from "../limits.ts";
import type { Problem } from "../report.ts";

export type Unpacked =
  | { readonly ok: true; readonly files: Unzipped /** Of all that was unpacked. */; readonly bytes: number }
  | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly problem: Problem;
}

/** `true` when the bytes begin as a ZIP does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The entries whose names are known; nothing else in the ZIP is unpacked, and not more than `most` bytes of it. Sizes come
 * from the ZIP's directory; the inflater is given exactly that much room, so a lie only fails.
 */
export function unpack(bytes: Uint8Array, knownEntry: RegExp, most = MAX_SAMESIDE_BYTES): Unpacked {
  let total = 0;
  let entries = 0;
  const admit = ({ name, originalSize, size }: UnzipFileInfo): boolean => {
    entries++;
    if (!knownEntry.test(name)) return false;
    total += Math.max(originalSize, size);
    if (entries > MAX_SAMESIDE_ENTRIES || total > most) throw new TooLarge();
    return true;
  };
  try {
    return { ok: true, files: unzipSync(bytes, { filter: admit }), bytes: total };
  } catch (error) {
    if (!(error instanceof TooLarge)) return damaged("ZIP");
    return { ok: false, problem: { code: "sameside-too-large", count: total, max: MAX_SAMESIDE_BYTES } };
  }
}

/** `undefined` when the bytes are missing or no JSON. */
export function jsonOf(bytes: Uint8Array | undefined): unknown {
  if (!bytes) return undefined;
  try {
    return JSON.parse(strFromU8(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** The format that a manifest says it has. */
export function formatOf(raw: unknown): number | undefined {
  if (typeof raw !== "object" || raw === null || !("format" in raw)) return undefined;
  return typeof raw.format === "number" ? raw.format : undefined;
}

/** `text`: what part of the file. */
export function damaged(text: string): Refusal {
  return { ok: false, problem: { code: "sameside-damaged", text } };
}

class TooLarge extends Error {}
