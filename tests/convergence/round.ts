/**
 * One round of the fuzzer: people at devices of their own do random things on one board, through the relay's real room,
 * while devices drop out, frames get lost with them, and the relay is killed between two writes. In every fourth round
 * one more peer writes garbage. At the end all who are honest meet.
 */
import { type Actor, asBoardDocument, openBoardReader, openHistory, readBoard } from "@sameside/model";
import { FromRelaySchema, MESSAGE_SAMESIDE, MESSAGE_SYNC, readMessage, SYNC_UPDATE } from "@sameside/protocol";
import { aloneBus, type Member, type Peer, Room } from "@sameside/relay";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { openRandom, type Random } from "../support/random.ts";
import { act, addFirstJourney, type Person } from "./commands.ts";
import { writeGarbage } from "./hostile.ts";
import { brokenRules, type Ledger, openLedger } from "./rules.ts";

const PEOPLE = 5;
const EVENTS_PER_PERSON = 24;
/** One round in so many has a hostile peer. */
const HOSTILE_EVERY = 4;
const HOSTILE_CLIENT = 900_000;
const WORKSHOP = "workshop-of-fuzz";
const REMOTE = Symbol("from the relay");

/** A document and its connection. */
interface Wire {
  readonly doc: Y.Doc;
  /** Frames on their way, oldest first; lost with the connection. */
  toRelay: Uint8Array[];
  toDevice: Uint8Array[];
  member: Member | undefined;
  /**
   * For each sync frame sent on this connection, what the document held when it was sent. Absent before the first
   * step 2: until then edits made offline are not sent, and an update that only deletes does not depend on them.
   */
  sentStates: (Uint8Array | undefined)[];
  /** Step 2 was sent on this connection. */
  hasSaidAll: boolean;
  refusal: string | undefined;
}
type Device = Person & Wire;

export interface RoundOptions {
  readonly people?: number;
}

/** @returns what went wrong, one sentence each; empty when the round is good. */
export function playRound(seed: number, { people = PEOPLE }: RoundOptions = {}): string[] {
  const random = openRandom(seed);
  const relay = openRelay();
  const devices = Array.from({ length: people }, (_, index) => openDevice(index, random));
  const hostile = seed % HOSTILE_EVERY === 0 ? openWire(HOSTILE_CLIENT) : undefined;
  const wires = hostile ? [...devices, hostile] : devices;
  const ledger = openLedger();
  const problems: string[] = [];

  for (const device of devices) addFirstJourney(openRandom(seed), device.board, device.by);
  try {
    for (let event = 0; event < people * EVENTS_PER_PERSON; event++) {
      problems.push(...happen(random, devices, wires, relay, ledger));
      if (hostile) beHostile(random, hostile, relay, ledger);
    }
    for (const device of devices) if (!device.member) connect(device, relay);
    settle(wires, relay, random);
    problems.push(...differences(devices, relay));
    problems.push(...brokenRules(devices[0] as Device, ledger));
  } catch (error) {
    problems.push(`something threw: ${error instanceof Error ? error.stack : String(error)}`);
  }
  return problems;
}

/** One thing happens to one of the devices, or to the relay. */
function happen(
  random: Random,
  devices: readonly Device[],
  wires: readonly Wire[],
  relay: Relay,
  ledger: Ledger,
): string[] {
  const device = random.pick(devices);
  if (!device) return [];
  const dice = random.next();
  if (dice < 0.45) {
    act(random, device);
    ledger.note(device);
    if (random.chance(0.1) && JSON.stringify(device.reader.view()) !== JSON.stringify(readBoard(device.board)))
      return ["R9: the view that followed the changes differs from a fresh one"];
  } else if (dice < 0.8) deliverOne(device, relay, random);
  else if (dice < 0.88) device.member ? disconnect(device) : connect(device, relay);
  else if (dice < 0.99) relay.flush();
  else {
    for (const wire of wires) disconnect(wire);
    relay.kill();
    return relay.lostAcknowledged();
  }
  return [];
}

/** The hostile peer does something, unless it was thrown out: then it is gone for good. */
function beHostile(random: Random, hostile: Wire, relay: Relay, ledger: Ledger): void {
  const dice = random.next();
  if (hostile.refusal) disconnect(hostile);
  else if (!hostile.member) connect(hostile, relay);
  else if (dice < 0.02) disconnect(hostile);
  else if (dice < 0.2) ledger.touched.add(writeGarbage(random, hostile.doc));
  else if (dice < 0.7) deliverOne(hostile, relay, random);
}

/** All devices, and one that comes new, must show the same, and none may wait for what nobody has. */
function differences(devices: readonly Device[], relay: Relay): string[] {
  const problems: string[] = [];
  const shown = (board: Person["board"]) => JSON.stringify(readBoard(board));
  const [first] = devices;
  if (!first) return ["a round needs people"];
  const expected = shown(first.board);
  devices.forEach((device, index) => {
    if (device.refusal) problems.push(`an honest device was refused: ${device.refusal}`);
    if (shown(device.board) !== expected) problems.push(`device ${index} shows another board than device 0`);
    if (JSON.stringify(device.reader.view()) !== expected) problems.push(`R9: the view that device ${index} follows`);
    if (device.doc.store.pendingStructs) problems.push("a device waits for edits nobody has");
  });
  if (shown(asBoardDocument(relay.freshDocument())) !== expected) problems.push("a fresh device shows another board");
  return problems;
}

function openDevice(index: number, random: Random): Device {
  const wire = openWire(1 + index * 1_000 + random.below(1_000));
  const board = asBoardDocument(wire.doc);
  let time = index * 7;
  const by: Actor = { person: `person${index}`, role: index % 2 ? "customer" : "colleague", now: () => ++time };
  return Object.assign(wire, { board, by, history: openHistory(board, by), reader: openBoardReader(board) });
}

function openWire(clientID: number): Wire {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  const wire: Wire = {
    doc,
    toRelay: [],
    toDevice: [],
    member: undefined,
    sentStates: [],
    hasSaidAll: false,
    refusal: undefined,
  };
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE && wire.member) sendSync(wire, SYNC_UPDATE, update);
  });
  return wire;
}

function connect(device: Wire, relay: Relay): void {
  const peer: Peer = {
    send: (frame) => device.toDevice.push(frame.slice()),
    sendBatch: (batch, own) => device.toDevice.push(...batch.messages(), ...(own ? [own.slice()] : [])),
    sendHistory: (answer) => device.toDevice.push(...answer().messages()),
    close: ({ reason }) => {
      device.refusal = reason;
    },
  };
  const person = `person${device.doc.clientID}`;
  const seat = { workshop: WORKSHOP, person, role: "colleague", table: null } as const;
  device.member = relay.room.join(peer, { seat, right: "write", speaksSameside: true });
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  sync.writeSyncStep1(encoder, device.doc);
  device.toRelay.push(encoding.toUint8Array(encoder));
}

function disconnect(device: Wire): void {
  device.member?.leave();
  device.member = undefined;
  device.toRelay = [];
  device.toDevice = [];
  device.sentStates = [];
  device.hasSaidAll = false;
}

function deliverOne(device: Wire, relay: Relay, random: Random): void {
  if (random.chance(0.5)) {
    const frame = device.toRelay.shift();
    if (frame) device.member?.receive(frame);
  } else {
    const frame = device.toDevice.shift();
    if (frame) hear(device, frame, relay);
  }
}

function hear(device: Wire, frame: Uint8Array, relay: Relay): void {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE_SYNC) {
    const reply = encoding.createEncoder();
    const kind = sync.readSyncMessage(decoder, reply, device.doc, REMOTE);
    if (kind === sync.messageYjsSyncStep1 && encoding.length(reply) > 0) {
      const whole = encoding.createEncoder();
      encoding.writeVarUint(whole, MESSAGE_SYNC);
      encoding.writeUint8Array(whole, encoding.toUint8Array(reply));
      device.hasSaidAll = true;
      device.sentStates.push(Y.encodeStateVector(device.doc));
      device.toRelay.push(encoding.toUint8Array(whole));
    }
  } else if (type === MESSAGE_SAMESIDE) {
    const message = readMessage(decoder, FromRelaySchema);
    const acknowledged = message?.say === "stored" ? device.sentStates[message.frames - 1] : undefined;
    if (acknowledged) relay.acknowledged.push(acknowledged);
  }
}

function sendSync(device: Wire, kind: number, update: Uint8Array): void {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, update);
  device.sentStates.push(device.hasSaidAll ? Y.encodeStateVector(device.doc) : undefined);
  device.toRelay.push(encoding.toUint8Array(encoder));
}

/** Delivers everything until nothing moves any more. */
function settle(devices: readonly Wire[], relay: Relay, random: Random): void {
  let moving = true;
  while (moving) {
    relay.flush();
    moving = false;
    for (const device of devices) {
      while (device.toRelay.length + device.toDevice.length > 0) {
        moving = true;
        deliverOne(device, relay, random);
      }
    }
  }
}

type Relay = ReturnType<typeof openRelay>;

/** The relay's room over a disk that is written when `flush` says so, and that forgets the rest when it is killed. */
function openRelay() {
  type Entry = Parameters<ConstructorParameters<typeof Room>[0]["groupCommit"]["add"]>[0];
  let disk: { row: number; update: Uint8Array }[] = [];
  let queue: Entry[] = [];
  let rows = 0;
  const groupCommit = { add: (entry: Entry) => void queue.push(entry) };
  const flush = () => {
    while (queue.length > 0) {
      const entries = queue;
      queue = [];
      for (const entry of entries) {
        const written = entry.writes.map((write) => {
          if (write.to === "log") disk.push({ row: ++rows, update: write.update });
          return rows;
        });
        entry.stored(written);
      }
    }
  };
  const open = () =>
    new Room(
      {
        name: `${WORKSHOP}.board.main`,
        desk: { join: () => {}, leave: () => {}, hear: () => {}, close: async () => {} },
        groupCommit,
        store: { compact: async () => false, load: async () => ({ snapshot: undefined, log: disk }) },
        bus: aloneBus(),
        compact: async () => ({ state: new Uint8Array(), facts: undefined }),
        clock: { now: () => 0, later: (_ms, run) => run() },
        log: () => {},
      },
      { snapshot: undefined, log: disk },
    );
  const freshDocument = () => {
    const doc = new Y.Doc();
    for (const { update } of disk) Y.applyUpdate(doc, update);
    return doc;
  };
  const relay = {
    room: open(),
    acknowledged: [] as Uint8Array[],
    flush,
    kill() {
      queue = [];
      disk = [...disk];
      relay.room = open();
    },
    freshDocument,
    /** What a device was told is on disk, and is not. */
    lostAcknowledged(): string[] {
      const stored = Y.decodeStateVector(Y.encodeStateVector(freshDocument()));
      return relay.acknowledged.flatMap((state) =>
        [...Y.decodeStateVector(state)].flatMap(([client, clock]) =>
          (stored.get(client) ?? 0) < clock ? [`edits of ${client} were acknowledged and lost`] : [],
        ),
      );
    },
  };
  return relay;
}
