/** Whole WebSocket frames of the y-websocket protocol. Released clients read one message per frame. */
import { MESSAGE_AWARENESS, MESSAGE_SYNC, SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE } from "@sameside/protocol";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

const NOTHING = new Uint8Array([0, 0]);

/** Asks for what is missing beyond `stateVector`. */
export function step1Frame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(SYNC_STEP_1, stateVector);
}

/** Ends the answer to a step 1: `update` is what was missing and not sent yet; absent = nothing. */
export function step2Frame(update: Uint8Array = NOTHING): Uint8Array {
  return syncFrame(SYNC_STEP_2, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(SYNC_UPDATE, update);
}

export interface PresenceState {
  readonly clientId: number;
  readonly clock: number;
  /** JSON; `null` says the client left. */
  readonly state: string;
}

/** Without states it says nothing, which still tells a quiet client that the relay is there. */
export function presenceFrame(states: readonly PresenceState[]): Uint8Array {
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

/** The states of an awareness update. @throws Error when `bytes` is none */
export function readPresence(bytes: Uint8Array): PresenceState[] {
  const decoder = decoding.createDecoder(bytes);
  const states: PresenceState[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1)
    states.push({
      clientId: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    });
  return states;
}

/** Length of what precedes an update of `length` bytes in an update frame. */
export function updateStartLength(length: number): number {
  let bytes = 3;
  for (let rest = length; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes += 1;
  return bytes;
}

/** Writes what precedes an update of `length` bytes. By hand: an encoder for each of many small edits is dear. */
export function writeUpdateStart(target: Uint8Array, at: number, length: number): void {
  target[at] = MESSAGE_SYNC;
  target[at + 1] = SYNC_UPDATE;
  let next = at + 2;
  let rest = length;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) target[next++] = 0x80 | (rest & 0x7f);
  target[next] = rest;
}

function syncFrame(type: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
