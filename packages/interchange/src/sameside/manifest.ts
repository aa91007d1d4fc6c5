/** What a `.sameside` file says about itself. The file is a ZIP; this is its manifest.json and answers.json. */
import * as z from "zod";

/** The format this program writes, and the newest it reads. */
export const SAMESIDE_FORMAT = 1;

/** Names of rooms and of entries are addresses: nothing else may stand in them. */
const RoomName = z
  .string()
  .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/)
  .max(200);
const Key = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const DocumentEntry = z.object({
  room: RoomName,
  kind: z.enum(["board"]),
  /** Folder inside the file: `<file>/state.bin` and `<file>/view.json`. */
  file: z.string().regex(/^documents\/\d{1,6}$/),
  /** CRC-32 of state.bin, so that a damaged file is refused and not half read. */
  crc32: z.number().int().nonnegative(),
});

const fields = {
  format: z.literal(SAMESIDE_FORMAT),
  /** Version of the program that wrote the file. */
  app: z.string().max(40),
  workshop: Key,
  documents: z.array(DocumentEntry),
  /** ISO time, UTC. */
  createdAt: z.iso.datetime(),
};

/** What is written. Strict: a secret, or anything else nobody has thought about, cannot slip in. */
export const WrittenManifest = z.strictObject(fields);

/** What is read. A newer program of the same format may say more, and hold documents of kinds unknown here. */
export const ReadManifest = z.object({
  ...fields,
  documents: z
    .array(z.unknown())
    .transform((entries) => entries.flatMap((entry) => DocumentEntry.safeParse(entry).data ?? [])),
});
export type ReadManifest = z.infer<typeof ReadManifest>;

/** What a person said for themselves: (topic, person, item) → value. */
const FileAnswer = z.object({
  topic: Key,
  person: Key,
  item: Key,
  value: z.json(),
  /** Milliseconds since 1970, the writer's clock. */
  time: z.number().int().nonnegative(),
});
export type FileAnswer = z.infer<typeof FileAnswer>;
export const FileAnswers = z.array(FileAnswer);

/** One document of a workshop. */
export interface SamesideDocument {
  readonly room: string;
  readonly kind: "board";
  /** The model's bytes; this package never looks inside. */
  readonly state: Uint8Array;
  /** The same as plain JSON, for tools that do not know the bytes. Not to be trusted over `state`. */
  readonly view: unknown;
}

export interface SamesideContents {
  readonly app: string;
  readonly workshop: string;
  readonly createdAt: string;
  readonly documents: readonly SamesideDocument[];
  readonly answers: readonly FileAnswer[];
}

const POLYNOMIAL = 0xedb88320;
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  return crc;
});

/** CRC-32 as ZIP and PNG use it. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
