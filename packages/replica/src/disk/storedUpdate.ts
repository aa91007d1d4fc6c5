/** An update as it comes from disk: what is logged is in Yjs's first encoding, what was folded in its second. */
import * as Y from "yjs";

export interface StoredUpdate {
  readonly bytes: Uint8Array;
  /** Yjs's encoding: the second takes a quarter less where much is folded, and more for a single edit. */
  readonly encoding: 1 | 2;
}

export function inFirstEncoding(bytes: Uint8Array): StoredUpdate {
  return { bytes, encoding: 1 };
}

/** Throws when it is damaged. */
export function applyStoredUpdate(doc: Y.Doc, { bytes, encoding }: StoredUpdate, origin?: unknown): void {
  if (encoding === 2) Y.applyUpdateV2(doc, bytes, origin);
  else Y.applyUpdate(doc, bytes, origin);
}

/** The same in the first encoding. Throws when it is damaged. */
export function toFirstEncoding({ bytes, encoding }: StoredUpdate): Uint8Array {
  return encoding === 2 ? Y.convertUpdateFormatV2ToV1(bytes) : bytes;
}

/** Looks into all of it, which costs about as much as applying it. */
export function isReadable({ bytes, encoding }: StoredUpdate): boolean {
  try {
    if (encoding === 2) Y.decodeUpdateV2(bytes);
    else Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}
