/** The relay as a whole: one port for the web app, its requests and the rooms; one folder for what it keeps. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { limits } from "@sameside/protocol";
import { Access } from "./access.ts";
import { lanUrls, localUrl } from "./addresses.ts";
import { GroupCommit } from "./groupCommit.ts";
import { openSqliteStore } from "./roomStore/sqlite.ts";
import { Rooms } from "./rooms.ts";
import { Visits } from "./visits.ts";
import { answerRequest } from "./webRequests.ts";

export interface RelayOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** `0.0.0.0` = reachable from the whole network, `127.0.0.1` = from this computer only. */
  readonly host: string;
  /** Folder for the database; made when it is missing. */
  readonly dataDir: string;
  /** Folder of the built web app; absent = only the relay is served. */
  readonly webDir?: string;
  /** How large the database may grow, in bytes; absent = as large as the disk. */
  readonly maxStoreBytes?: number;
  /** Hears about trouble, in lines without content, names, ids or tokens; absent = nobody does. */
  readonly log?: (line: string) => void;
}

export interface Relay {
  readonly port: number;
  /** For this computer. */
  readonly url: string;
  /** For other devices in the network, the likeliest first; asked anew each time, since networks change. */
  lanUrls(): string[];
  /** Stores what has arrived, says goodbye to all devices, and closes the database. */
  close(): Promise<void>;
}

/**
 * Starts a relay.
 * @throws Error when the port is taken (`code` is `EADDRINUSE`) or the folder is in use by another relay
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const log = options.log ?? (() => undefined);
  const store = openSqliteStore({
    file: join(options.dataDir, "relay.sqlite"),
    ...(options.maxStoreBytes !== undefined && { maxBytes: options.maxStoreBytes }),
  });
  const groupCommit = new GroupCommit(store, log);
  const access = new Access(store);
  const rooms = new Rooms(store, groupCommit, log);
  const visits = new Visits(access, rooms, log);

  const health = () => ({
    ok: groupCommit.problem === undefined,
    rooms: rooms.count,
    node: process.version,
    ...(groupCommit.problem !== undefined && { problem: groupCommit.problem }),
  });
  const urls = () => lanUrls(options.host, portOf(server));
  const web = { access, webDir: options.webDir, health, urls, log };
  const server = createServer((request, response) => void answerRequest(web, request, response));
  server.on("upgrade", (request, stream, head) => visits.upgrade(request, stream, head));
  server.on("clientError", (_error, stream) => stream.destroy());
  try {
    await listening(server, options.port, options.host);
  } catch (error) {
    await store.close();
    throw error;
  }
  server.on("error", (error) => log(`The server has trouble: ${error.message}`));
  const heartbeat = setInterval(() => void visits.tend(), limits.HEARTBEAT_MS);

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    clearInterval(heartbeat);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Frames that are on their way to the disk are stored and confirmed before anybody hears the goodbye.
    await groupCommit.settled();
    await rooms.close();
    await visits.close();
    await groupCommit.settled();
    server.closeAllConnections();
    await closed;
    await store.close();
  };
  return {
    port: portOf(server),
    url: localUrl(options.host, portOf(server)),
    lanUrls: urls,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}
