/** Many updates in one value: each with its length before it. Merging them instead takes seconds for long logs. */
import * as decoding from "lib0/decoding";

/** Packs updates in order, into an array of just their size: one that grows is copied again and again. */
export function packUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const size = updates.reduce((sum, { length }) => sum + length + sizeOfLength(length), 0);
  const packed = new Uint8Array(size);
  let at = 0;
  for (const update of updates) {
    at = writeLength(packed, at, update.length);
    packed.set(update, at);
    at += update.length;
  }
  return packed;
}

/** As lib0 reads it: seven bits to a byte, the lowest first, the highest bit set where more follow. */
function writeLength(into: Uint8Array, start: number, length: number): number {
  let at = start;
  let rest = length;
  for (; rest > 127; rest >>>= 7, at += 1) into[at] = 128 | (rest & 127);
  into[at] = rest;
  return at + 1;
}

function sizeOfLength(length: number): number {
  let size = 1;
  for (let rest = length; rest > 127; rest >>>= 7) size += 1;
  return size;
}

/** Unpacks what `packUpdates` packed; `whole` is `false` when the bytes are cut short, and what came before is given. */
export function unpackUpdates(packed: Uint8Array): { readonly updates: Uint8Array[]; readonly whole: boolean } {
  const decoder = decoding.createDecoder(packed);
  const updates: Uint8Array[] = [];
  try {
    while (decoding.hasContent(decoder)) updates.push(decoding.readVarUint8Array(decoder));
    return { updates, whole: true };
  } catch {
    return { updates, whole: false };
  }
}
