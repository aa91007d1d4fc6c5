/**
 * A backup: everything a store holds, as one file. It is gzip of lines of JSON: a head, a line for each holding, and an
 * end with the count and the SHA-256 of all lines before it, so that a file cut short or changed is told from a whole one.
 * What is large begins in lines of its own, parts that belong to the next holding: a relay that writes them goes on
 * serving between two lines.
 */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import type * as z from "zod";
import type { Holding } from "../roomStore/roomStore.ts";
import {
  BACKUP_FORMAT,
  BackupDamaged,
  End,
  Head,
  HoldingReader,
  linesOfHolding,
  MAX_LINE_BYTES,
} from "./backupLines.ts";

/** So many lines are made before others have a turn. */
const LINES_AT_ONCE = 100;
const NEW_LINE = 10;

/** The bytes of a backup. `made`: milliseconds since 1970. It fails when `holdings` does. */
export function writeBackup(holdings: AsyncIterable<Holding>, made: number): Readable {
  const lines = Readable.from(textOf(holdings, made), { objectMode: false });
  const zipped = createGzip({ level: 1 });
  lines.once("error", (error) => zipped.destroy(error));
  zipped.once("close", () => lines.destroy());
  return lines.pipe(zipped);
}

async function* textOf(holdings: AsyncIterable<Holding>, made: number): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  const hashed = (value: object) => {
    const line = Buffer.from(`${JSON.stringify(value)}\n`);
    hash.update(line);
    return line;
  };
  yield hashed({ is: "sameside-backup", v: BACKUP_FORMAT, made } satisfies z.input<typeof Head>);
  let count = 0;
  let lines = 0;
  for await (const holding of holdings) {
    count += 1;
    for (const line of linesOfHolding(holding)) {
      yield hashed(line);
      lines += 1;
      if (line.is === "part" || lines % LINES_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
  yield Buffer.from(`${JSON.stringify({ is: "end", count, sha256: hash.digest("hex") })}\n`);
}

/**
 * Everything in a backup. That it is whole is known only when the last one has been given: read it to the end before
 * anything is done with it.
 * @throws BackupDamaged
 */
export async function* readBackup(file: Readable): AsyncGenerator<Holding> {
  const hash = createHash("sha256");
  const reader = new HoldingReader();
  let isBegun = false;
  let count = 0;
  let end: z.infer<typeof End> | undefined;
  for await (const line of splitLines(unzipped(file))) {
    if (end) throw new BackupDamaged("There is more after the end of the backup. Use another copy of it.");
    const value = parsed(line);
    if (isBegun) end = End.safeParse(value).data;
    if (end) continue;
    hash.update(line);
    if (!isBegun) checkHead(value);
    const holding = isBegun ? reader.read(value) : undefined;
    isBegun = true;
    if (!holding) continue;
    count += 1;
    yield holding;
  }
  if (!end) throw new BackupDamaged("The backup is cut short. Use another copy of it.");
  if (end.count !== count || end.sha256 !== hash.digest("hex"))
    throw new BackupDamaged("The backup was changed or damaged: its checksum is another. Use another copy of it.");
}

async function* unzipped(file: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  file.once("error", (error) => gunzip.destroy(error));
  try {
    for await (const chunk of file.pipe(gunzip)) yield chunk as Buffer;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("Z_")) throw error;
    throw new BackupDamaged(
      code === "Z_BUF_ERROR"
        ? "The backup is cut short. Use another copy of it."
        : "This is no backup of a relay, or it is damaged. Use another copy of it.",
    );
  } finally {
    file.destroy();
  }
}

/** Lines with their ends; what stands after the last end is a line that was cut, and left out. */
async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEW_LINE); at !== -1; at = chunk.indexOf(NEW_LINE, start)) {
      yield Buffer.concat([...parts, chunk.subarray(start, at + 1)]);
      parts = [];
      length = 0;
      start = at + 1;
    }
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > MAX_LINE_BYTES) throw new BackupDamaged("A line of the backup is too long. Use another copy of it.");
  }
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    throw new BackupDamaged("A line of the backup cannot be read. Use another copy of it.");
  }
}

function checkHead(value: unknown): void {
  const head = Head.safeParse(value).data;
  if (!head) throw new BackupDamaged("This is no backup of a relay. Give the file that `sameside backup` has written.");
  if (head.v > BACKUP_FORMAT)
    throw new BackupDamaged("This backup was made by a newer version of Sameside. Use that version.");
}
