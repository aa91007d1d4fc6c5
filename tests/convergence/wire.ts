/** A document and its connection to the relay, on which frames wait until somebody delivers them. */
import { FromRelaySchema, MESSAGE_SAMESIDE, MESSAGE_SYNC, readMessage, SYNC_UPDATE } from "@sameside/protocol";
import type { Member, Peer } from "@sameside/relay";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import type { Random } from "../support/random.ts";
import type { Relay } from "./relay.ts";
import { WORKSHOP } from "./subjects/subject.ts";

const REMOTE = Symbol("from the relay");

export interface Wire {
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
export function openWire(clientID: number): Wire {
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

export function connect(device: Wire, relay: Relay): void {
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

export function disconnect(device: Wire): void {
  device.member?.leave();
  device.member = undefined;
  device.toRelay = [];
  device.toDevice = [];
  device.sentStates = [];
  device.hasSaidAll = false;
}

export function deliverOne(device: Wire, relay: Relay, random: Random): void {
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
    if (acknowledged) relay.acknowledge(acknowledged);
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
export function settle(devices: readonly Wire[], relay: Relay, random: Random): void {
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
