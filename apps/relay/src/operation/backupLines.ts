/** The lines of a backup, and how a holding becomes some and is made of them again. */
import { AnswerRowSchema, limits } from "@sameside/protocol";
import * as z from "zod";
import type { Holding } from "../roomStore/roomStore.ts";

export const BACKUP_FORMAT = 1;
/** A line holds no more than a part, and what a guard knows of a room. */
export const MAX_LINE_BYTES = 32 * 1024 * 1024;
/** A room may be a little larger than its limit once it is compacted. */
const MAX_HOLDING_BYTES = 2 * limits.MAX_ROOM_BYTES;
/** Bytes of a part. */
const PART_BYTES = 256 * 1024;
const NO_BYTES = new Uint8Array();

const Bytes = z.string().transform((text): Uint8Array => new Uint8Array(Buffer.from(text, "base64")));
const Room = z.string().min(1);
const Workshop = z.string();

export const Head = z.object({ is: z.literal("sameside-backup"), v: z.int().positive(), made: z.int().nonnegative() });
export const End = z.object({ is: z.literal("end"), count: z.int().nonnegative(), sha256: z.string() });
const Line = z.discriminatedUnion("is", [
  z.object({ is: z.literal("part"), bytes: Bytes }),
  z.object({ is: z.literal("snapshot"), room: Room, state: Bytes, facts: Bytes.optional() }),
  z.object({ is: z.literal("update"), room: Room, row: z.int().positive(), update: Bytes }),
  z.object({ is: z.literal("answer"), workshop: Workshop, row: AnswerRowSchema }),
  z.object({ is: z.literal("record"), kind: z.string(), workshop: Workshop, key: z.string(), value: z.string() }),
  z.object({ is: z.literal("attachment"), workshop: Workshop, hash: z.string(), type: z.string(), bytes: Bytes }),
]);
type LineText = z.input<typeof Line>;

/** The file cannot be read as a backup; the message is a sentence that says what to do. */
export class BackupDamaged extends Error {}

/** The lines of one holding, its own as the last one. */
export function* linesOfHolding(holding: Holding): Generator<LineText> {
  const bytes = bytesOf(holding);
  let start = 0;
  for (; bytes.length - start > PART_BYTES; start += PART_BYTES)
    yield { is: "part", bytes: base64(bytes.subarray(start, start + PART_BYTES)) };
  yield plain(start === 0 ? holding : withBytes(holding, bytes.subarray(start)));
}

/** Makes holdings of their lines. */
export class HoldingReader {
  #parts: Uint8Array[] = [];
  #length = 0;

  /** A holding, when its own line is read. @throws BackupDamaged */
  read(value: unknown): Holding | undefined {
    const { success, data: line } = Line.safeParse(value);
    if (!success) throw new BackupDamaged("A line of the backup is not understood. Use another copy of it.");
    if (line.is !== "part") return this.#whole(line.is === "snapshot" ? { ...line, facts: line.facts } : line);
    this.#parts.push(line.bytes);
    this.#length += line.bytes.length;
    if (this.#length > MAX_HOLDING_BYTES)
      throw new BackupDamaged("The backup holds something too large. Use another copy of it.");
    return undefined;
  }

  #whole(holding: Holding): Holding {
    if (this.#parts.length === 0) return holding;
    const bytes = new Uint8Array(Buffer.concat([...this.#parts, bytesOf(holding)]));
    this.#parts = [];
    this.#length = 0;
    return withBytes(holding, bytes);
  }
}

function bytesOf(holding: Holding): Uint8Array {
  if (holding.is === "snapshot") return holding.state;
  if (holding.is === "update") return holding.update;
  return holding.is === "attachment" ? holding.bytes : NO_BYTES;
}

function withBytes(holding: Holding, bytes: Uint8Array): Holding {
  if (holding.is === "snapshot") return { ...holding, state: bytes };
  if (holding.is === "update") return { ...holding, update: bytes };
  return holding.is === "attachment" ? { ...holding, bytes } : holding;
}

function plain(holding: Holding): LineText {
  if (holding.is === "snapshot") {
    const { room, state, facts } = holding;
    return { is: "snapshot", room, state: base64(state), ...(facts && { facts: base64(facts) }) };
  }
  if (holding.is === "update") return { ...holding, update: base64(holding.update) };
  if (holding.is === "attachment") return { ...holding, bytes: base64(holding.bytes) };
  return holding;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
