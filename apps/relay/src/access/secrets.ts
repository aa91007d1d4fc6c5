/** Random texts that let somebody in, and what the store keeps of them. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

const TOKEN_BYTES = 32;
const PERSON_BYTES = 12;

/** 43 base64url characters. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** As devices make them: 16 base64url characters. */
export function newPersonId(): string {
  return randomBytes(PERSON_BYTES).toString("base64url");
}

/** SHA-256, base64url. Enough for random texts: there is nothing to guess faster. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** `true` when `text` is what `hash` was made of; takes the same time for every text. */
export function isHashOf(text: string, hash: string): boolean {
  const [given, known] = [Buffer.from(hashOf(text)), Buffer.from(hash)];
  return given.length === known.length && timingSafeEqual(given, known);
}

/** Digits and letters that nobody takes for one another, read out or on a screen. */
const SHORT_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const SHORT_LENGTH = 9;
const SHORT_GROUPS = /.{3}/g;
const SHORT_CODE = new RegExp(`^[${SHORT_SIGNS}]{${SHORT_LENGTH}}$`);

/**
 * A code to read out and type: 30^9 of them, 44 bits. One address may guess MAX_WRONG_CODES_MINUTE times a minute, which
 * is 8,640 a day: on a relay with 1,000 codes it meets one in 6,000 years; 10,000 addresses together in 8 months.
 */
export function newShortCode(): string {
  const signs = Array.from({ length: SHORT_LENGTH }, () => SHORT_SIGNS[randomInt(SHORT_SIGNS.length)]).join("");
  return signs.match(SHORT_GROUPS)?.join("-") ?? signs;
}

/** What a person typed as the short code that it is; `undefined` when it is none. Case, spaces and dashes do not count. */
export function readShortCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replaceAll(/[\s-]/g, "");
  return SHORT_CODE.test(signs) ? signs : undefined;
}
