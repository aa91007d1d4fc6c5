/** `crypto.randomUUID` is absent at plain http addresses; `getRandomValues` is there everywhere. */

const PERSON_BYTES = 12;

/** 16 random base64url characters. */
export function newPersonId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(PERSON_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
