/** The rooms that are open now: loaded when the first device comes, dropped when the last one has left. */
import { parseRoom, type Right } from "@sameside/protocol";
import { measuredCompact } from "../operation/measured.ts";
import { NO_METRICS, type RelayMetrics } from "../operation/metrics.ts";
import type { RoomBus } from "../roomBus/roomBus.ts";
import { EngineAway } from "../roomStore/engineAway.ts";
import type { RoomStore } from "../roomStore/roomStore.ts";
import { ROOM_CLOCK, type RoomClock } from "./broadcast.ts";
import { Compactor } from "./compaction.ts";
import type { WorkshopDesk } from "./desk.ts";
import type { GroupCommit } from "./groupCommit.ts";
import { Room, type RoomParts } from "./room.ts";
import { channelOf } from "./roomChannel.ts";
import { WorkshopSpace } from "./workshopSpace.ts";

export interface RoomsParts {
  readonly store: RoomStore;
  readonly groupCommit: GroupCommit;
  /** The way to other relays on the same store. */
  readonly bus: RoomBus;
  /** `room`: the name of the room it is about. */
  readonly log: (line: string, room?: string) => void;
  /** Absent = nobody counts. */
  readonly metrics?: RelayMetrics;
  /** What serves a workshop beside its rooms; asked when the first room of it opens, closed after the last one. */
  readonly deskOf: (workshop: string) => Promise<WorkshopDesk>;
  /** Absent = the computer's. */
  readonly clock?: RoomClock;
}

interface OpenRoom {
  readonly opening: Promise<Room>;
  /** Connections that have entered and not left. Counted before the room is loaded, so that it is never there twice. */
  users: number;
  /** Absent = not loaded yet. */
  room?: Room;
  /** Ends listening to other relays. */
  stop: () => Promise<void>;
}

/** What the rooms of one workshop share. */
interface Shared {
  readonly desk: WorkshopDesk;
  readonly space: WorkshopSpace;
}

interface OpenDesk {
  readonly opening: Promise<Shared>;
  /** Rooms that are open or opening. */
  rooms: number;
}

export class Rooms {
  readonly #parts: RoomsParts;
  readonly #compactor = new Compactor();
  readonly #openByName = new Map<string, OpenRoom>();
  readonly #deskByWorkshop = new Map<string, OpenDesk>();
  #isClosing = false;

  constructor(parts: RoomsParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#openByName.size;
  }

  /** How many members all rooms have that may do what. */
  membersByRight(): Readonly<Record<Right, number>> {
    const counts = { none: 0, read: 0, write: 0 };
    for (const { room } of this.#openByName.values()) for (const { right } of room?.members ?? []) counts[right] += 1;
    return counts;
  }

  /** The room, whole. Each call must be followed by one `leave`, also when it rejects because the room cannot be read. */
  enter(name: string): Promise<Room> {
    let open = this.#openByName.get(name);
    if (!open) {
      const opened: OpenRoom = { opening: this.#load(name, () => opened), users: 0, stop: async () => undefined };
      open = opened;
      this.#openByName.set(name, open);
    }
    open.users += 1;
    return open.opening;
  }

  /** Drops a room that everybody has left, after compacting it if its log is long. Never rejects. */
  async leave(name: string): Promise<void> {
    const open = this.#openByName.get(name);
    if (!open) return;
    open.users -= 1;
    if (open.users > 0) return;
    const room = await open.opening.catch(() => undefined);
    await this.#parts.groupCommit.settled();
    if (!this.#isClosing) await room?.compactWhenLong();
    if (open.users === 0 && this.#openByName.get(name) === open) await this.#drop(name, open);
  }

  /** Compacts all rooms of a workshop, open or not, so that what was overwritten in them is in no row of theirs. */
  async compactAll(workshop: string): Promise<void> {
    await this.#parts.groupCommit.settled();
    for (const name of (await this.#parts.store.roomSizes(workshop)).keys()) {
      try {
        await (await this.enter(name)).compactNow();
      } finally {
        await this.leave(name);
      }
    }
  }

  /** Looks after every open room; the relay calls it at the pace of the heartbeat. Never rejects. */
  async tend(): Promise<void> {
    for (const { opening } of [...this.#openByName.values()]) (await opening.catch(() => undefined))?.tend();
  }

  /** Begins no more work in the background; resolves when what was begun is done. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#compactor.close();
    for (const { opening } of [...this.#openByName.values()]) await (await opening.catch(() => undefined))?.compaction;
  }

  async #drop(name: string, open: OpenRoom): Promise<void> {
    this.#openByName.delete(name);
    await this.#quietly(open.stop());
    await this.#leaveDesk(workshopOf(name));
  }

  async #load(name: string, open: () => OpenRoom): Promise<Room> {
    const { store, bus, groupCommit, log, metrics = NO_METRICS } = this.#parts;
    const { desk, space } = await this.#enterDesk(workshopOf(name));
    const heard = new Listening();
    if (!bus.isAlone) open().stop = await bus.listen(channelOf(name), heard);
    const parts: RoomParts = {
      name,
      desk,
      space,
      groupCommit,
      store,
      bus,
      compact: measuredCompact(this.#compactor.compact, metrics),
      metrics,
      clock: this.#parts.clock ?? ROOM_CLOCK,
      log: (line) => log(line, name),
    };
    const room = await openRoom(parts);
    open().room = room;
    heard.passOn(room);
    return room;
  }

  #enterDesk(workshop: string): Promise<Shared> {
    let desk = this.#deskByWorkshop.get(workshop);
    if (!desk) {
      desk = { opening: this.#openShared(workshop), rooms: 0 };
      this.#deskByWorkshop.set(workshop, desk);
    }
    desk.rooms += 1;
    return desk.opening;
  }

  async #openShared(workshop: string): Promise<Shared> {
    const space = new WorkshopSpace(await this.#parts.store.roomSizes(workshop));
    return { desk: await this.#parts.deskOf(workshop), space };
  }

  async #leaveDesk(workshop: string): Promise<void> {
    const desk = this.#deskByWorkshop.get(workshop);
    if (!desk) return;
    desk.rooms -= 1;
    if (desk.rooms > 0) return;
    this.#deskByWorkshop.delete(workshop);
    await this.#quietly(desk.opening.then((opened) => opened.desk.close()));
  }

  async #quietly(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#parts.log(`A room did not end well: ${error instanceof Error ? error.message : "unknown reason"}`);
    }
  }
}

/** What is stored of a room cannot be read: trying again does not help. */
export class RoomUnreadable extends Error {}

async function openRoom(parts: RoomParts): Promise<Room> {
  try {
    return new Room(parts, await parts.store.load(parts.name));
  } catch (error) {
    if (error instanceof EngineAway) throw error;
    throw new RoomUnreadable(error instanceof Error ? error.message : "unknown reason", { cause: error });
  }
}

/** Keeps what other relays say while a room is being loaded. */
class Listening {
  #early: Uint8Array[] = [];
  #hasMissed = false;
  #room: Room | undefined;

  hear(message: Uint8Array): void {
    if (this.#room) this.#room.hearElsewhere(message);
    else this.#early.push(message);
  }

  missed(): void {
    if (this.#room) void this.#room.reload();
    else this.#hasMissed = true;
  }

  passOn(room: Room): void {
    this.#room = room;
    if (this.#hasMissed) void room.reload();
    for (const message of this.#early) room.hearElsewhere(message);
    this.#early = [];
  }
}

function workshopOf(room: string): string {
  return parseRoom(room)?.workshop ?? room;
}
