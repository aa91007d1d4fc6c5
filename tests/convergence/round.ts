/**
 * One round of the fuzzer: five people at five devices do random things on one board, through the relay's real room,
 * while devices drop out, frames get lost with them, and the relay is killed between two writes. At the end all meet.
 */
import { type Actor, asBoardDocument, openBoardReader, openHistory, readBoard } from "@sameside/model";
import { FromRelaySchema, MESSAGE_SAMESIDE, MESSAGE_SYNC, readMessage, SYNC_UPDATE } from "@sameside/protocol";
import { type Member, type Peer, Room, WorkshopAnswers } from "@sameside/relay";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { openRandom, type Random } from "../support/random.ts";
import { act, addFirstJourney, type Person } from "./commands.ts";
import { brokenRules, openLedger } from "./rules.ts";

const PEOPLE = 5;
const EVENTS = 120;
const REMOTE = Symbol("from the relay");

interface Device extends Person {
  readonly doc: Y.Doc;
  /** Frames on their way, oldest first; lost with the connection. */
  toRelay: Uint8Array[];
  toDevice: Uint8Array[];
  member: Member | undefined;
  /** For each sync frame sent on this connection, what the document held when it was sent. */
  sentStates: Uint8Array[];
  refusal: string | undefined;
}

/** @returns what went wrong, one sentence each; empty when the round is good. */
export function playRound(seed: number): string[] {
  const random = openRandom(seed);
  const relay = openRelay();
  const devices = Array.from({ length: PEOPLE }, (_, index) => openDevice(index, random));
  const ledger = openLedger();
  const problems: string[] = [];

  for (const device of devices) addFirstJourney(openRandom(seed), device.board, device.by);
  for (let event = 0; event < EVENTS; event++) {
    const device = random.pick(devices);
    if (!device) continue;
    const dice = random.next();
    if (dice < 0.45) {
      act(random, device);
      ledger.note(device);
      if (random.chance(0.1) && JSON.stringify(device.reader.view()) !== JSON.stringify(readBoard(device.board))) {
        problems.push("R9: the view that followed the changes differs from a fresh one");
      }
    } else if (dice < 0.8) deliverOne(device, relay, random);
    else if (dice < 0.88) device.member ? disconnect(device) : connect(device, relay);
    else if (dice < 0.99) relay.flush();
    else {
      for (const each of devices) disconnect(each);
      relay.kill();
      problems.push(...relay.lostAcknowledged());
    }
  }
  for (const device of devices) if (!device.member) connect(device, relay);
  settle(devices, relay, random);

  for (const device of devices) if (device.refusal) problems.push(`an honest device was refused: ${device.refusal}`);
  const views = devices.map((device) => readBoard(device.board));
  const [first] = views;
  views.forEach((view, index) => {
    if (JSON.stringify(view) !== JSON.stringify(first))
      problems.push(`device ${index} shows another board than device 0`);
  });
  const fresh = relay.freshDocument();
  if (JSON.stringify(readBoard(asBoardDocument(fresh))) !== JSON.stringify(first))
    problems.push("a fresh device shows another board");
  for (const device of devices)
    if (device.doc.store.pendingStructs) problems.push("a device waits for edits nobody has");
  if (first) problems.push(...brokenRules(first, ledger));
  return problems;
}

function openDevice(index: number, random: Random): Device {
  const doc = new Y.Doc();
  doc.clientID = 1 + index * 1_000 + random.below(1_000);
  const board = asBoardDocument(doc);
  let time = index * 7;
  const by: Actor = { person: `person${index}`, role: index % 2 ? "customer" : "colleague", now: () => ++time };
  const device: Device = {
    doc,
    board,
    by,
    history: openHistory(board, by),
    reader: openBoardReader(board),
    toRelay: [],
    toDevice: [],
    member: undefined,
    sentStates: [],
    refusal: undefined,
  };
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== REMOTE && device.member) sendSync(device, SYNC_UPDATE, update);
  });
  return device;
}

function connect(device: Device, relay: Relay): void {
  const peer: Peer = {
    send: (frame) => device.toDevice.push(frame.slice()),
    sendHistory: (frames) => {
      for (const frame of frames) device.toDevice.push(frame.slice());
    },
    close: ({ reason }) => {
      device.refusal = reason;
    },
  };
  device.member = relay.room.join(peer, "write", true);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  sync.writeSyncStep1(encoder, device.doc);
  device.toRelay.push(encoding.toUint8Array(encoder));
}

function disconnect(device: Device): void {
  device.member?.leave();
  device.member = undefined;
  device.toRelay = [];
  device.toDevice = [];
  device.sentStates = [];
}

function deliverOne(device: Device, relay: Relay, random: Random): void {
  if (random.chance(0.5)) {
    const frame = device.toRelay.shift();
    if (frame) device.member?.receive(frame);
  } else {
    const frame = device.toDevice.shift();
    if (frame) hear(device, frame, relay);
  }
}

function hear(device: Device, frame: Uint8Array, relay: Relay): void {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === MESSAGE_SYNC) {
    const reply = encoding.createEncoder();
    const kind = sync.readSyncMessage(decoder, reply, device.doc, REMOTE);
    if (kind === sync.messageYjsSyncStep1 && encoding.length(reply) > 0) {
      const whole = encoding.createEncoder();
      encoding.writeVarUint(whole, MESSAGE_SYNC);
      encoding.writeUint8Array(whole, encoding.toUint8Array(reply));
      device.sentStates.push(Y.encodeStateVector(device.doc));
      device.toRelay.push(encoding.toUint8Array(whole));
    }
  } else if (type === MESSAGE_SAMESIDE) {
    const message = readMessage(decoder, FromRelaySchema);
    const acknowledged = message?.say === "stored" ? device.sentStates[message.frames - 1] : undefined;
    if (acknowledged) relay.acknowledged.push(acknowledged);
  }
}

function sendSync(device: Device, kind: number, update: Uint8Array): void {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, update);
  device.sentStates.push(Y.encodeStateVector(device.doc));
  device.toRelay.push(encoding.toUint8Array(encoder));
}

/** Delivers everything until nothing moves any more. */
function settle(devices: readonly Device[], relay: Relay, random: Random): void {
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
    new Room({
      name: "workshop-of-fuzz.board.main",
      stored: { snapshot: undefined, log: disk },
      answers: new WorkshopAnswers("workshop-of-fuzz", [], groupCommit),
      groupCommit,
      store: { compact: async () => false },
      compact: async () => new Uint8Array(),
      log: () => {},
    });
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
