/** `/sync/<room>`: lets devices into rooms, or tells them with a close code why not. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { CLOSE, type CloseReason, limits, parseRoom, type RoomAddress, SUBPROTOCOL } from "@sameside/protocol";
import { WebSocketServer } from "ws";
import type { Access } from "../access/access.ts";
import type { Admission, Attendance, Visit } from "../access/attendance.ts";
import type { Attendances } from "../access/attendances.ts";
import type { Holder } from "../access/seats.ts";
import { type CallerRules, mayCall } from "../api/callers.ts";
import type { Member } from "../room/member.ts";
import type { Room } from "../room/room.ts";
import { type Rooms, RoomUnreadable } from "../room/rooms.ts";
import { Connection } from "./connection.ts";
import { Waits } from "./waits.ts";

const PATH = "/sync/";
/** Above the largest message allowed, so that a device which sends too much is told so instead of cut off. */
const MAX_PAYLOAD_BYTES = 2 * limits.MAX_MESSAGE_BYTES;
/** How long a device may take to answer the goodbye, in milliseconds. */
const GOODBYE_MS = 1000;
/** Goodbyes are said to so many at a time … */
const GOODBYES_AT_ONCE = 50;
/** … and so far apart, in milliseconds, that a hall does not come back in one moment. */
const GOODBYES_APART_MS = 20;

/** What an upgrade request asks for. */
interface Asked {
  readonly room: string;
  readonly token: string;
  readonly speaksSameside: boolean;
}

/** A visit to a room that there can be, by somebody whose token the relay has given. */
interface Guest extends Asked {
  readonly address: RoomAddress;
  readonly holder: Holder;
}

export interface VisitParts {
  readonly access: Access;
  readonly attendances: Attendances;
  readonly rooms: Rooms;
  readonly callers: CallerRules;
  /** A device has taken its seat. */
  readonly joined: () => void;
  /** The relay ends a connection, or does not let it in. */
  readonly closed: (reason: CloseReason) => void;
  readonly log: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export class Visits {
  readonly #parts: VisitParts;
  /** Each connection with the end of its visit: when it has left its room. */
  readonly #visits = new Map<Connection, Promise<void>>();
  readonly #connectionsByPerson = new Map<string, number>();
  readonly #waits = new Waits();
  readonly #webSockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_PAYLOAD_BYTES,
    perMessageDeflate: false,
    // Left to itself, ws would select the first protocol offered, which may be the token.
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });
  #isOpen = true;

  constructor(parts: VisitParts) {
    this.#parts = parts;
    this.#webSockets.on("wsClientError", (_error, stream) => stream.destroy());
  }

  /** Connections that are open. */
  get count(): number {
    return this.#visits.size;
  }

  /** Answers an HTTP upgrade. A browser lets every page open sockets anywhere; only the origin tells whose page it is. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on("error", () => stream.destroy());
    const asked = askedBy(request);
    if (!asked || !this.#isOpen || !mayCall(request, this.#parts.callers)) {
      refuseUpgrade(stream, !asked ? "404 Not Found" : this.#isOpen ? "403 Forbidden" : "503 Service Unavailable");
      return;
    }
    this.#webSockets.handleUpgrade(request, stream, head, (socket) => {
      const connection = new Connection(socket, stream, this.#parts.closed);
      this.#visits.set(connection, this.#serve(asked, connection));
    });
  }

  /** Ends connections that are dead or whose tokens have ended, and looks after the rooms; at the pace of the heartbeat. */
  async tend(): Promise<void> {
    const { attendances, rooms, now } = this.#parts;
    for (const connection of this.#visits.keys()) connection.checkAlive();
    await attendances.tend(now());
    await rooms.tend();
    this.#waits.tend();
  }

  /** Lets nobody in and says goodbye to all; resolves when all have left their rooms. */
  async close(): Promise<void> {
    this.#isOpen = false;
    const leaving = [...this.#visits.keys()];
    for (let start = 0; start < leaving.length; start += GOODBYES_AT_ONCE) {
      if (start > 0) await new Promise((resolve) => setTimeout(resolve, GOODBYES_APART_MS));
      for (const connection of leaving.slice(start, start + GOODBYES_AT_ONCE)) connection.close(CLOSE.draining);
    }
    const cutOff = setTimeout(() => {
      for (const connection of this.#visits.keys()) connection.terminate();
    }, GOODBYE_MS);
    await Promise.all(this.#visits.values());
    clearTimeout(cutOff);
  }

  /** Resolves when the connection is over. Never rejects. */
  async #serve(asked: Asked, connection: Connection): Promise<void> {
    try {
      const guest = await this.#receive(asked);
      if ("code" in guest) connection.close(guest);
      else await this.#host(guest, connection);
    } catch (error) {
      this.#parts.log(`A room cannot be opened: ${error instanceof Error ? error.message : "unknown reason"}`);
      connection.close(error instanceof RoomUnreadable ? CLOSE.unreadable : CLOSE.engineAway);
    }
    await connection.gone;
    this.#visits.delete(connection);
  }

  async #receive(asked: Asked): Promise<Guest | CloseReason> {
    const { seats, workshops } = this.#parts.access;
    const address = parseRoom(asked.room);
    if (!address) return CLOSE.badRoom;
    const holder = asked.token === "" ? undefined : await seats.holderOf(asked.token);
    if (holder?.workshop === address.workshop) return { ...asked, address, holder };
    return (await workshops.isKnown(address.workshop)) ? CLOSE.badToken : CLOSE.unknownWorkshop;
  }

  /** Until the connection is over. */
  async #host(guest: Guest, connection: Connection): Promise<void> {
    const person = `${guest.holder.workshop}/${guest.holder.person}`;
    const open = this.#connectionsByPerson.get(person) ?? 0;
    if (open >= limits.MAX_CONNECTIONS_PER_PERSON) return connection.close(CLOSE.elsewhere);
    this.#connectionsByPerson.set(person, open + 1);
    try {
      await this.#waits.passed(person, connection.gone);
      await this.#attend(guest, connection);
    } finally {
      if (connection.closedFor === CLOSE.cannotStore) this.#waits.note(person);
      const left = (this.#connectionsByPerson.get(person) ?? 1) - 1;
      if (left > 0) this.#connectionsByPerson.set(person, left);
      else this.#connectionsByPerson.delete(person);
    }
  }

  async #attend(guest: Guest, connection: Connection): Promise<void> {
    const { attendances, now } = this.#parts;
    const { workshop } = guest.holder;
    let member: Member | undefined;
    const visit: Visit = {
      token: guest.token,
      holder: guest.holder,
      room: guest.address,
      changed: (admission) => member && applyTo(member, admission, now()),
      close: (reason) => connection.close(reason),
    };
    let attendance: Attendance | undefined;
    try {
      attendance = await attendances.enter(workshop);
      const verdict = await attendance.enter(visit);
      if ("code" in verdict) return connection.close(verdict);
      const { admissionOf } = attendance;
      await this.#stay(guest, connection, (room) => {
        // It may do something else than a moment ago, or had to go: the room took its time to open.
        const admission = admissionOf(visit);
        if (admission) member = connection.join(room, { ...admission, speaksSameside: guest.speaksSameside });
      });
    } finally {
      attendance?.leave(visit);
      await attendances.leave(workshop);
    }
  }

  async #stay({ room }: Guest, connection: Connection, join: (room: Room) => void): Promise<void> {
    const { rooms, joined } = this.#parts;
    try {
      join(await rooms.enter(room));
      joined();
      await connection.gone;
    } finally {
      await rooms.leave(room);
    }
  }
}

function applyTo(member: Member, { seat, right }: Admission, now: number): void {
  const { person, role, table } = seat;
  if (role !== member.seat.role || table !== member.seat.table) {
    member.say({ say: "hello", now, person, role, table });
    member.setSeat(seat);
  }
  member.setRight(right);
}

function refuseUpgrade(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Reads room and token from an upgrade request; `undefined` when it asks for something else. */
function askedBy(request: IncomingMessage): Asked | undefined {
  const url = URL.parse(request.url ?? "", "http://relay");
  if (!url?.pathname.startsWith(PATH)) return undefined;
  const offered = (request.headers["sec-websocket-protocol"] ?? "").split(",").map((protocol) => protocol.trim());
  const speaksSameside = offered.includes(SUBPROTOCOL);
  const token = speaksSameside ? offered.find((protocol) => protocol !== SUBPROTOCOL) : undefined;
  return { room: url.pathname.slice(PATH.length), token: token ?? url.searchParams.get("token") ?? "", speaksSameside };
}
