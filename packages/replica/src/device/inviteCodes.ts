/** The codes in a workshop's links: made on the device that has its secret, so that they are the same on every relay. */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** A link to take part, and one to look on. */
export type LinkKind = "write" | "read";

/** 43 base64url characters. Links of the first version hold the same, so they go on to lead in. */
export function inviteCode(secret: string, kind: LinkKind, workshop: string): string {
  const bytes = hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${kind}:${workshop}`));
  // `crypto.subtle` and `toBase64` are not there on every page that needs this.
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
