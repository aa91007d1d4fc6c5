import type { Id } from "./journey/schema.ts";

/** Node and every browser have it, also at a plain `http://` origin, where `randomUUID` is missing. */
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const ID_LENGTH = 16;

/** A new id: 16 base64url characters, 96 random bits. */
export function newId(): Id {
  return randomCharacters(ID_LENGTH, ALPHABET.length);
}

/** `length` random letters and digits. */
export function randomLetters(length: number): string {
  // 62 of the 64 characters: `-` and `_` are left out where a string must be alphanumeric.
  return randomCharacters(length, ALPHABET.length - 2);
}

function randomCharacters(length: number, characters: number): string {
  let out = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(length))) out += ALPHABET[byte % characters];
  return out;
}

/** A 32-bit number that depends on the text only (FNV-1a). Not for secrets. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** An id that depends on its parts only, so that two devices making the same thing make the same id. */
export function derivedId(...parts: readonly string[]): Id {
  const text = parts.join("|");
  let out = "";
  for (let block = 0; out.length < ID_LENGTH; block++) {
    let bits = hash32(`${block}|${text}`);
    for (let i = 0; i < 4; i++, bits >>>= 6) out += ALPHABET[bits & 63];
  }
  return out;
}
