/**
 * The way in for who runs the relay: a listener of its own on loopback, whose address and token stand in a file of the data
 * folder that only its owner can read. No proxy leads here, whatever the relay's own port is open to.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import * as z from "zod";
import type { RoomStore } from "../roomStore/roomStore.ts";
import { writeBackup } from "./backup.ts";

const FILE = "admin.json";
const OWNER_ONLY = 0o600;
const LOOPBACK = "127.0.0.1";
const BACKUP_PATH = "/backup";
const BACKUP_TYPE = "application/vnd.sameside.backup";

const Address = z.object({
  port: z.int().min(1).max(65_535),
  token: z.string().min(1),
  /** A hash of the database's URL, which holds a password; `null` = the file in this folder. */
  database: z.string().nullable(),
});

export interface AdminDoor {
  /** Ends a backup that is under way, and removes the file. */
  close(): Promise<void>;
}

export interface AdminDoorParts {
  readonly dataDir: string;
  /** Absent = the store is the file in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly store: Pick<RoomStore, "everything">;
  readonly log: (line: string) => void;
}

/** Opens the door of a running relay. */
export async function openAdminDoor({ dataDir, databaseUrl, store, log }: AdminDoorParts): Promise<AdminDoor> {
  const token = randomBytes(32).toString("base64url");
  let isBusy = false;
  const server = createServer((request, response) => {
    const refusal = refusalOf(request, token) ?? (isBusy ? 503 : undefined);
    if (refusal !== undefined) {
      response.writeHead(refusal).end();
      return;
    }
    isBusy = true;
    void sendBackup(store, response, log).finally(() => {
      isBusy = false;
    });
  });
  server.listen(0, LOOPBACK);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await keepAddress(dataDir, { port, token, database: databaseUrl === undefined ? null : hashOf(databaseUrl) });
  return {
    async close() {
      await rm(join(dataDir, FILE), { force: true });
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * A backup from the relay that is running on this folder, and with `databaseUrl` on that database; `undefined` when none
 * answers.
 * @throws Error when one answers and has no backup to give
 */
export async function askForBackup(dataDir: string, databaseUrl?: string): Promise<Readable | undefined> {
  const address = await knownAddress(dataDir);
  if (!address || (databaseUrl !== undefined && address.database !== hashOf(databaseUrl))) return undefined;
  const response = await fetch(`http://${LOOPBACK}:${address.port}${BACKUP_PATH}`, {
    headers: { Authorization: `Bearer ${address.token}` },
  }).catch(() => undefined);
  if (response?.status === 503) throw new Error("Another backup is under way. Wait until it has ended.");
  // After a relay was killed, its port may be anybody's.
  if (!response?.ok || !response.body || response.headers.get("Content-Type") !== BACKUP_TYPE) {
    await response?.body?.cancel();
    return undefined;
  }
  return Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
}

async function sendBackup(
  store: Pick<RoomStore, "everything">,
  response: ServerResponse,
  log: (line: string) => void,
): Promise<void> {
  try {
    response.writeHead(200, { "Content-Type": BACKUP_TYPE });
    await pipeline(writeBackup(store.everything(), Date.now()), response);
  } catch (error) {
    // The file that is being written lacks its end, so nobody takes it for a whole one.
    response.destroy();
    log(`A backup was not finished: ${error instanceof Error ? error.message : "unknown reason"}`);
  }
}

/** An HTTP status, when this request may not be answered. */
function refusalOf(request: IncomingMessage, token: string): number | undefined {
  const given = Buffer.from(request.headers.authorization ?? "");
  const known = Buffer.from(`Bearer ${token}`);
  if (given.length !== known.length || !timingSafeEqual(given, known)) return 401;
  return request.method === "GET" && request.url === BACKUP_PATH ? undefined : 404;
}

function hashOf(databaseUrl: string): string {
  return createHash("sha256").update(databaseUrl).digest("base64url");
}

async function keepAddress(dataDir: string, address: z.infer<typeof Address>): Promise<void> {
  const file = join(dataDir, FILE);
  await mkdir(dataDir, { recursive: true });
  // A new file, since the rights of an old one would stay as they are.
  const fresh = `${file}.new`;
  await rm(fresh, { force: true });
  await writeFile(fresh, JSON.stringify(address), { mode: OWNER_ONLY, flag: "wx" });
  await rename(fresh, file);
}

async function knownAddress(dataDir: string): Promise<z.infer<typeof Address> | undefined> {
  try {
    return Address.safeParse(JSON.parse(await readFile(join(dataDir, FILE), "utf8"))).data;
  } catch {
    return undefined;
  }
}
