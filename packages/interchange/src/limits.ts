/** Limits of what may come in. They are checked before anything is unpacked or read. */

/** One file that is text, in bytes; a `.sameside` may have MAX_SAMESIDE_BYTES. */
export const MAX_IMPORT_BYTES = 20 * 1024 * 1024;
/** Journeys in one file. */
export const MAX_IMPORT_JOURNEYS = 50;
/** Files inside a `.sameside`: two per document, one per attachment, manifest and answers. */
export const MAX_SAMESIDE_ENTRIES = 1_000;
/** What the files inside a `.sameside` may come to when unpacked, in bytes. */
export const MAX_SAMESIDE_BYTES = 256 * 1024 * 1024;
/** How many notes one import reports; the rest is counted. A broken file of 20 MB must not give 20 MB of notes. */
export const MAX_NOTES = 200;
/** Rows of a table that are read: a map has a few hundred, and more than a board can hold is refused anyway. */
export const MAX_IMPORT_ROWS = 50_000;
/** How much of a text is looked at to find out what it is, in characters. */
export const SNIFF_LENGTH = 64 * 1024;
