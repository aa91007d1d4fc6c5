/** The relay as a whole: one port for the web app, its requests and the rooms; one store for what it keeps. */
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { limits } from "@sameside/protocol";
import { Access } from "./access/access.ts";
import { Attendances } from "./access/attendances.ts";
import type { Names } from "./access/joining.ts";
import { lanUrls, localUrl } from "./addresses.ts";
import { handlersOf } from "./api/handlers.ts";
import { ServedOrigins } from "./api/servedOrigins.ts";
import { answerRequest } from "./api/webRequests.ts";
import { KeptAttachments } from "./attachments/attachments.ts";
import { RoomChecks } from "./checks/roomChecks.ts";
import { Desks } from "./desks.ts";
import { type Engines, openEngines } from "./engines.ts";
import { type AdminDoor, openAdminDoor } from "./operation/adminDoor.ts";
import { openLog, type RelayLog } from "./operation/logs.ts";
import { measuredCommits } from "./operation/measured.ts";
import { answerMetrics } from "./operation/metricsPage.ts";
import { openPrometheusMetrics, type PrometheusMetrics } from "./operation/prometheus.ts";
import { told } from "./operation/told.ts";
import { GroupCommit } from "./room/groupCommit.ts";
import { Rooms } from "./room/rooms.ts";
import type { RoomStore } from "./roomStore/roomStore.ts";
import { Visits } from "./visits/visits.ts";
import { Scrubbing } from "./withdrawal/scrubbing.ts";

export interface RelayOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** `0.0.0.0` = reachable from the whole network, `127.0.0.1` = from this computer only. */
  readonly host: string;
  /** Folder for the database; made when it is missing. */
  readonly dataDir: string;
  /** Folder of the built web app; absent = only the relay is served. */
  readonly webDir?: string;
  /** A PostgreSQL database that several relays may share; absent = a file of its own in `dataDir`. */
  readonly databaseUrl?: string;
  /** The Redis over which relays that share a database talk to each other. */
  readonly redisUrl?: string;
  /** How large the file may grow, in bytes; absent = as large as the disk. */
  readonly maxStoreBytes?: number;
  /** Origins of pages on other hosts that may use this relay; `*` = all. Its own page always may. */
  readonly allowedOrigins?: readonly string[];
  /** A proxy of ours stands before the relay: who asks is what it says last in `X-Forwarded-For`. */
  readonly trustProxy?: boolean;
  /** Certificate and key in PEM, for https. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Who shows it may read `/metrics` from elsewhere; absent = only programs on this computer may. */
  readonly metricsToken?: string;
  /** Hears about trouble, in lines without content, names, ids or tokens; absent = nobody does. */
  readonly log?: RelayLog;
  /** Milliseconds since 1970; absent = the computer's clock. */
  readonly now?: () => number;
}

export interface Relay {
  readonly port: number;
  /** For this computer. */
  readonly url: string;
  /** For other devices in the network, the likeliest first; asked anew each time, since networks change. */
  lanUrls(): string[];
  /** Looks after connections and rooms, as it does by itself at the pace of the heartbeat. Never rejects. */
  tend(): Promise<void>;
  /** Stores what has arrived, says goodbye to all devices, and closes the database. */
  close(): Promise<void>;
}

/**
 * Starts a relay.
 * @throws Error when the port is taken (`code` is `EADDRINUSE`), the folder is in use by another relay, or an engine
 * cannot be used
 */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const log = options.log ?? SILENCE;
  const engines = await openEngines({ ...options, log: log.line });
  const metrics = openPrometheusMetrics();
  const { rooms, visits, attendances, groupCommit, served, web } = compose(options, engines, log, metrics);
  const where = () => ({ scheme: options.tls ? "https" : "http", host: options.host, port: portOf(server) }) as const;
  const answer = web(() => lanUrls(where()));
  const server = serverOf(options, (request, response) => void answerRequest(answer, request, response));
  server.on(options.tls ? "secureConnection" : "connection", metrics.countBytes);
  server.on("upgrade", (request, stream, head) => visits.upgrade(request, stream, head));
  server.on("clientError", (_error, stream) => stream.destroy());
  let admin: AdminDoor;
  try {
    await served.load();
    await listening(server, options.port, options.host);
    admin = await openAdminDoor({ ...options, store: engines.store, log: log.line });
  } catch (error) {
    server.close();
    metrics.close();
    await closeEngines(engines);
    throw error;
  }
  server.on("error", (error) => log.line(`The server has trouble: ${error.message}`));
  const heartbeat = setInterval(() => void visits.tend(), limits.HEARTBEAT_MS);
  const watch = setInterval(() => void attendances.reviewIfDeaf(), limits.RIGHTS_HOLD_WITHIN_MS);

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    clearInterval(heartbeat);
    clearInterval(watch);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // Frames that are on their way to the disk are stored and confirmed before anybody hears the goodbye.
    await groupCommit.settled();
    await rooms.close();
    await visits.close();
    await groupCommit.settled();
    server.closeAllConnections();
    await closed;
    await admin.close();
    metrics.close();
    await closeEngines(engines);
  };
  return {
    port: portOf(server),
    url: localUrl(where()),
    lanUrls: () => lanUrls(where()),
    tend: () => visits.tend(),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/**
 * Connections that may wait to be accepted, as far as the system allows so many. Node accepts one each time it has gone
 * round its other work: when a hall comes at once, whoever finds no place here is not heard for seconds, or at all.
 */
const MAX_WAITING_TO_BE_ACCEPTED = 4096;

/** How long a request may take, in milliseconds: its headers, all of it, and how often that is looked at. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 120_000, connectionsCheckingInterval: 2_000 };
/** How long nothing at all may move on a connection that is no WebSocket, in milliseconds. */
const STANDSTILL_MS = 60_000;

const SILENCE = openLog({ format: "text", write: () => undefined });

/** Wires the parts of a relay. */
function compose(options: RelayOptions, { store, bus }: Engines, log: RelayLog, metrics: PrometheusMetrics) {
  const now = options.now ?? Date.now;
  const elapsed = options.now ?? (() => performance.now());
  const served = new ServedOrigins(store, log.line);
  const callers = {
    allowedOrigins: options.allowedOrigins ?? [],
    wasServedAt: (origin: string) => served.has(origin),
    trustProxy: options.trustProxy ?? false,
  };
  const groupCommit = new GroupCommit(measuredCommits(store, metrics), log.line);
  const names: Names = {
    take: (seat, name) => desks.takeName(seat, name),
    of: (person) => desks.nameOf(person),
  };
  const access = new Access({ store, bus, now, elapsed, names });
  const attendances = new Attendances(access, log.line);
  const desks: Desks = new Desks({ store, groupCommit, bus, access, attendances, log: log.line });
  const deskOf = (workshop: string) => desks.deskOf(workshop);
  const rooms = new Rooms({ store, groupCommit, bus, log: log.line, deskOf, metrics });
  const { joined, closed, refused } = told(metrics, log);
  const visits = new Visits({ access, attendances, rooms, callers, joined, closed, log: log.line, now });
  metrics.look(() => ({
    rooms: rooms.count,
    connections: visits.count,
    membersByRight: rooms.membersByRight(),
    waiting: groupCommit.waiting,
  }));
  const attachments = new KeptAttachments(store);
  const scrubbing = new Scrubbing({ store, rooms, now: elapsed });
  const roomChecks = new RoomChecks(now, elapsed);
  const web = (urls: () => string[]) => ({
    access,
    handlers: handlersOf({ access, attendances, attachments, scrubbing, roomChecks, urls }),
    attachments,
    callers,
    webDir: options.webDir,
    servedAt: (origin: string) => served.note(origin),
    health: () => ({
      ok: groupCommit.problem === undefined,
      rooms: rooms.count,
      node: process.version,
      ...(groupCommit.problem !== undefined && { problem: groupCommit.problem }),
    }),
    isReady: () => doesAnswer(store),
    metrics: answerMetrics(metrics, options.metricsToken),
    refused,
    log: log.line,
  });
  return { rooms, visits, attendances, groupCommit, served, web };
}

/** `true` when the store answers the smallest question. */
async function doesAnswer(store: Pick<RoomStore, "record">): Promise<boolean> {
  try {
    await store.record({ kind: "workshop", workshop: "", key: "" });
    return true;
  } catch {
    return false;
  }
}

function serverOf({ tls }: RelayOptions, answer: RequestListener): Server {
  const server = tls ? createSecureServer({ ...PATIENCE, ...tls }, answer) : createServer(PATIENCE, answer);
  return server.setTimeout(STANDSTILL_MS);
}

async function closeEngines({ store, bus }: Engines): Promise<void> {
  await bus.close();
  await store.close();
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, backlog: MAX_WAITING_TO_BE_ACCEPTED }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}
