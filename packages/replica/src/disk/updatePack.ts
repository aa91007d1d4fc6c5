/** Many updates in one value: each with its length before it. Merging them instead takes seconds for long logs. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** Packs updates in order. */
export function packUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const update of updates) encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
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
