/** What a `.sameside` file says about itself. The file is a ZIP; this is its manifest.json and answers.json. */
import * as z from "zod";

/** The format of a file that holds one workshop: what this program writes, and the newest it reads. */
export const SAMESIDE_FORMAT = 1;

/** Names of rooms and of entries are addresses: nothing else may stand in them. */
const RoomName = z
  .string()
  .regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/)
  .max(200);
const Key = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const DOCUMENT_KINDS = ["board", "plan", "questions", "findings"] as const;
export type SamesideDocumentKind = (typeof DOCUMENT_KINDS)[number];

const DocumentEntry = z.object({
  room: RoomName,
  kind: z.enum(DOCUMENT_KINDS),
  /** Folder inside the file: `<file>/state.bin` and `<file>/view.json`. */
  file: z.string().regex(/^documents\/\d{1,6}$/),
  /** CRC-32 of state.bin, so that a damaged file is refused and not half read. */
  crc32: z.number().int().nonnegative(),
});

/** SHA-256 in base64url. Whoever knows how to make one checks that the bytes are those. */
const Hash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const AttachmentEntry = z.object({
  hash: Hash,
  /** The media type. */
  type: z.string().max(100),
  file: z.string().regex(/^attachments\/\d{1,6}$/),
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
export const WrittenManifest = z.strictObject({ ...fields, attachments: z.array(AttachmentEntry) });

/**
 * What is read. A newer program of the same format may say more, and hold documents of kinds unknown here; the first files
 * of this format hold no attachments.
 */
export const ReadManifest = z.object({
  ...fields,
  documents: listOfKnown(DocumentEntry),
  attachments: listOfKnown(AttachmentEntry).default([]),
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
  /** Who wrote it for the person, as the relay said. */
  enteredBy: Key.optional(),
});
export type FileAnswer = z.infer<typeof FileAnswer>;
export const FileAnswers = z.array(FileAnswer);

/** One document of a workshop. */
export interface SamesideDocument {
  readonly room: string;
  readonly kind: SamesideDocumentKind;
  /** The model's bytes; this package never looks inside. */
  readonly state: Uint8Array;
  /** The same as plain JSON, for tools that do not know the bytes. Not to be trusted over `state`. */
  readonly view: unknown;
}

/** A picture or a sound. */
export interface SamesideAttachment {
  readonly hash: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface SamesideContents {
  readonly app: string;
  readonly workshop: string;
  readonly createdAt: string;
  readonly documents: readonly SamesideDocument[];
  readonly answers: readonly FileAnswer[];
  readonly attachments: readonly SamesideAttachment[];
}

/** A list of which entries unknown here are left out. */
export function listOfKnown<Entry>(entry: z.ZodType<Entry>) {
  return z
    .array(z.unknown())
    .transform((entries) => entries.flatMap((each): Entry[] => takenIf(entry.safeParse(each))));
}

function takenIf<Entry>(parsed: z.ZodSafeParseResult<Entry>): Entry[] {
  return parsed.success ? [parsed.data] : [];
}
