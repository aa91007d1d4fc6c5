/** A device in a room without sockets: a document, the frames it has not read yet, and what the relay said. */

import {
  type CloseReason,
  encodeMessage,
  type FromDevice,
  type FromRelay,
  FromRelaySchema,
  MESSAGE_AWARENESS,
  MESSAGE_SAMESIDE,
  MESSAGE_SYNC,
  readMessage,
  type Seat,
} from "@sameside/protocol";
import type { Batch, GroupCommit, JoinOptions, Member, Peer, Room, RoomClock } from "@sameside/relay";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";

export const SEAT: Seat = { workshop: "workshop-0123456789", person: "ada", role: "colleague", table: null };

/** For rooms that need not wait: the time between two batches is over at once. */
export const atOnce: RoomClock = { now: () => 0, later: (_ms, run) => queueMicrotask(run) };

export class RoomDevice implements Peer {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** What the relay said beside the y-websocket protocol. */
  readonly heard: FromRelay[] = [];
  /** Message types in each batch received. */
  readonly batches: number[][] = [];
  /** Sync submessage types received, in order. */
  readonly syncTypes: number[] = [];
  closed: CloseReason | undefined;
  #inbox: Uint8Array[] = [];
  #member: Member | undefined;

  constructor(doc = new Y.Doc()) {
    this.doc = doc;
    this.awareness = new Awareness(doc);
    // The awareness renews itself on a timer, which would keep the test process busy.
    this.awareness.destroy();
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendUpdate(update);
    });
  }

  /** Joins and asks for what there is. */
  join(room: Room, options: Partial<JoinOptions> = {}): this {
    this.closed = undefined;
    this.#member = room.join(this, { seat: SEAT, right: "write", speaksSameside: true, ...options });
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    syncProtocol.writeSyncStep1(encoder, this.doc);
    this.receiveAtRelay(encoding.toUint8Array(encoder));
    return this;
  }

  /** Its place in the room. @throws Error when it is in none */
  get member(): Member {
    if (!this.#member) throw new Error("This device is in no room.");
    return this.#member;
  }

  leave(): void {
    this.#member?.leave();
    this.#member = undefined;
  }

  send(frame: Uint8Array): void {
    this.#inbox.push(frame);
  }

  sendBatch(batch: Batch, own?: Uint8Array): void {
    const messages = batch.messages();
    this.batches.push(messages.map(([type]) => type ?? -1));
    this.#inbox.push(...messages);
    if (own) this.#inbox.push(own);
  }

  sendHistory(answer: () => Batch): void {
    this.#inbox.push(...answer().messages());
  }

  close(reason: CloseReason): void {
    this.closed = reason;
    this.#member = undefined;
  }

  /** One frame of this device, as it is. */
  receiveAtRelay(frame: Uint8Array): void {
    this.#member?.receive(frame);
  }

  sendUpdate(update: Uint8Array): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    syncProtocol.writeUpdate(encoder, update);
    this.receiveAtRelay(encoding.toUint8Array(encoder));
  }

  say(message: FromDevice): void {
    this.receiveAtRelay(encodeMessage(message));
  }

  announce(state: Record<string, unknown> | null, clientId = this.doc.clientID, by = this.awareness): void {
    by.clientID = clientId;
    // Readers take the first state of a client from clock 1 on.
    if (!by.meta.has(clientId)) by.setLocalState(null);
    by.setLocalState(state);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(by, [clientId]));
    this.receiveAtRelay(encoding.toUint8Array(encoder));
  }

  /** Frames waiting to be read. */
  get waiting(): number {
    return this.#inbox.length;
  }

  /** Reads all waiting frames and answers them. */
  read(): void {
    const frames = this.#inbox;
    this.#inbox = [];
    for (const frame of frames) this.#readFrame(frame);
  }

  /** The highest number of frames the relay called stored. */
  get storedFrames(): number {
    return Math.max(0, ...this.heard.map((message) => (message.say === "stored" ? message.frames : 0)));
  }

  #readFrame(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE_SAMESIDE) {
      const message = readMessage(decoder, FromRelaySchema);
      if (!message) throw new Error("The relay said something that is not in the protocol.");
      this.heard.push(message);
    } else if (type === MESSAGE_AWARENESS) {
      applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this);
    } else {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, MESSAGE_SYNC);
      this.syncTypes.push(syncProtocol.readSyncMessage(decoder, encoder, this.doc, this));
      if (encoding.length(encoder) > 1) this.receiveAtRelay(encoding.toUint8Array(encoder));
    }
  }
}

/** A presence frame of any clients, as a peer could make it. */
export function presenceFrameOf(states: readonly { clientId: number; clock: number; state: string }[]): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, states.length);
  for (const { clientId, clock, state } of states) {
    encoding.writeVarUint(inner, clientId);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/** Lets devices and relay talk until nobody has anything more to say. */
export async function settle(groupCommit: GroupCommit, ...devices: RoomDevice[]): Promise<void> {
  do {
    for (const device of devices) device.read();
    await groupCommit.settled();
  } while (devices.some((device) => device.waiting > 0));
}
