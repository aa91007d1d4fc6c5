/** A workshop's documents as they are on this device's disk, read without opening them. */
import * as Y from "yjs";
import { type Database, deviceFactory } from "../disk/database.ts";
import { readPieces } from "../disk/roomRows.ts";
import { applyStoredUpdate } from "../disk/storedUpdate.ts";
import { roomPrefixOf } from "./removal.ts";
import { lookOnDisk } from "./request.ts";

export interface StoredRoomState {
  readonly room: string;
  /** One Yjs update (V1) that holds the whole of what can be read. */
  readonly state: Uint8Array;
}

/** Every document of a workshop, in order of its room's name. Rejects when the disk cannot be read. */
export function storedRooms(
  workshop: string,
  factory: IDBFactory | null = deviceFactory(),
): Promise<readonly StoredRoomState[]> {
  return lookOnDisk(factory, async (database) => {
    const rooms = await roomsOf(database, workshop);
    return Promise.all(rooms.map(async (room) => ({ room, state: await stateOf(database, room) })));
  });
}

/** As `storedRooms`, of one room; `undefined` when nothing is stored of it. */
export function storedRoom(
  room: string,
  factory: IDBFactory | null = deviceFactory(),
): Promise<Uint8Array | undefined> {
  return lookOnDisk(factory, async (database) => {
    const rows = await database.log.where("room").equals(room).count();
    const isStored = rows > 0 || (await database.snapshots.get(room)) !== undefined;
    return isStored ? stateOf(database, room) : undefined;
  });
}

/** The rooms of a workshop of which this device keeps anything: the document, versions of it, or what was set aside. */
export function heldRooms(workshop: string, factory: IDBFactory | null = deviceFactory()): Promise<readonly string[]> {
  return lookOnDisk(factory, async (database) => {
    const prefix = roomPrefixOf(workshop);
    const beside = await Promise.all(
      [database.versions, database.parked].map((table) => table.where("room").startsWith(prefix).uniqueKeys()),
    );
    return [...new Set([...(await roomsOf(database, workshop)), ...beside.flat().map(String)])].sort();
  });
}

async function roomsOf({ snapshots, log }: Database, workshop: string): Promise<string[]> {
  const prefix = roomPrefixOf(workshop);
  const [settled, logged] = await Promise.all([
    snapshots.where("room").startsWith(prefix).primaryKeys(),
    log.where("room").startsWith(prefix).uniqueKeys(),
  ]);
  // What stands beside a room, as the snapshot before, has the room's name and a slash.
  const rooms = [...settled, ...logged.map(String)].filter((key) => !key.includes("/"));
  return [...new Set(rooms)].sort();
}

async function stateOf(database: Database, room: string): Promise<Uint8Array> {
  const { state, rescued, rows } = await readPieces(database, room);
  const doc = new Y.Doc();
  doc.transact(() => {
    if (state) Y.applyUpdateV2(doc, state);
    for (const update of [...rescued, ...rows.flatMap(({ updates }) => updates)]) applyStoredUpdate(doc, update);
  });
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return whole;
}
