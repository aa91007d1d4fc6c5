/** `/sync/<room>`: lets devices into rooms, or tells them with a close code why not. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { CLOSE, type CloseReason, limits, parseRoom, type Right, SUBPROTOCOL } from "@sameside/protocol";
import { WebSocketServer } from "ws";
import type { Access } from "./access.ts";
import { Connection } from "./connection.ts";
import type { Rooms } from "./rooms.ts";

const PATH = "/sync/";
/** Above the largest message allowed, so that a device which sends too much is told so instead of cut off. */
const MAX_PAYLOAD_BYTES = 2 * limits.MAX_MESSAGE_BYTES;
/** How long a device may take to answer the goodbye, in milliseconds. */
const GOODBYE_MS = 1000;

interface Visit {
  readonly room: string;
  readonly token: string;
  readonly speaksSameside: boolean;
}

export class Visits {
  readonly #access: Access;
  readonly #rooms: Rooms;
  readonly #log: (line: string) => void;
  /** Each connection with the end of its visit: when it has left its room. */
  readonly #visits = new Map<Connection, Promise<void>>();
  readonly #webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_PAYLOAD_BYTES,
    perMessageDeflate: false,
    // Left to itself, ws would select the first protocol offered, which may be the token.
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });
  #isOpen = true;

  constructor(access: Access, rooms: Rooms, log: (line: string) => void) {
    this.#access = access;
    this.#rooms = rooms;
    this.#log = log;
    this.#webSockets.on("wsClientError", (_error, stream) => stream.destroy());
  }

  /** Answers an HTTP upgrade. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on("error", () => stream.destroy());
    const visit = visitOf(request);
    if (!visit || !this.#isOpen) {
      stream.end(`HTTP/1.1 ${visit ? "503 Service Unavailable" : "404 Not Found"}\r\nConnection: close\r\n\r\n`);
      return;
    }
    this.#webSockets.handleUpgrade(request, stream, head, (socket) => {
      const connection = new Connection(socket, stream);
      this.#visits.set(connection, this.#serve(visit, connection));
    });
  }

  /** Ends connections that are dead and looks after the rooms; called at the pace of the heartbeat. */
  async tend(): Promise<void> {
    for (const connection of this.#visits.keys()) connection.checkAlive();
    await this.#rooms.tend();
  }

  /** Lets nobody in and says goodbye to all; resolves when all have left their rooms. */
  async close(): Promise<void> {
    this.#isOpen = false;
    for (const connection of this.#visits.keys()) connection.close(CLOSE.draining);
    const cutOff = setTimeout(() => {
      for (const connection of this.#visits.keys()) connection.terminate();
    }, GOODBYE_MS);
    await Promise.all(this.#visits.values());
    clearTimeout(cutOff);
  }

  /** Resolves when the connection is over. Never rejects. */
  async #serve(visit: Visit, connection: Connection): Promise<void> {
    try {
      const right = await this.#admit(visit);
      if (typeof right === "string") await this.#stay(visit, connection, right);
      else connection.close(right);
    } catch (error) {
      this.#log(`A room cannot be opened: ${error instanceof Error ? error.message : "unknown reason"}`);
      connection.close(CLOSE.draining);
    }
    await connection.gone;
    this.#visits.delete(connection);
  }

  async #admit({ room, token }: Visit): Promise<Right | CloseReason> {
    const address = parseRoom(room);
    if (!address) return CLOSE.badRoom;
    const admission = await this.#access.admit(address.workshop, token);
    if (admission === "unknown workshop") return CLOSE.unknownWorkshop;
    return admission === "bad token" ? CLOSE.badToken : admission;
  }

  async #stay({ room, speaksSameside }: Visit, connection: Connection, right: Right): Promise<void> {
    try {
      connection.join(await this.#rooms.enter(room), right, speaksSameside);
      await connection.gone;
    } finally {
      await this.#rooms.leave(room);
    }
  }
}

/** Reads room and token from an upgrade request; `undefined` when it asks for something else. */
function visitOf(request: IncomingMessage): Visit | undefined {
  const url = URL.parse(request.url ?? "", "http://relay");
  if (!url?.pathname.startsWith(PATH)) return undefined;
  const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((protocol) => protocol.trim());
  const speaksSameside = offered.includes(SUBPROTOCOL);
  const token = speaksSameside ? offered.find((protocol) => protocol !== SUBPROTOCOL) : undefined;
  return { room: url.pathname.slice(PATH.length), token: token ?? url.searchParams.get("token") ?? "", speaksSameside };
}
