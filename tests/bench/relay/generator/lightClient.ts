/**
 * One of thousands of clients: joins as y-websocket does, says what it is told to, and counts what it hears. It holds no
 * document; that each editor's edits come once and in order is checked by their clocks.
 */
import {
  MESSAGE_AWARENESS,
  MESSAGE_SAMESIDE,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from "@sameside/protocol";
import * as Y from "yjs";
import { FIRST_CLIENT_ID, type Layout, now, PRESENCE_RING, type SharedBoards } from "../layout.ts";
import { type EditChain, makeEditChain } from "./editChain.ts";
import {
  HOCUSPOCUS_SYNC_REPLY,
  HOCUSPOCUS_SYNC_STATUS,
  helloFrames,
  nothingFrame,
  prefixOf,
  presenceFrame,
} from "./frames.ts";
import type { Tally } from "./tally.ts";
import type { Target } from "./target.ts";
import { lastNumber, reading, readUint } from "./varint.ts";
import { Wire, type WireListener } from "./wire.ts";

/** A renewal may wait for others; how long is nobody's concern. */
const NOT_TIMED = 0;

/** What one thread's clients share. */
export interface Hall {
  readonly target: Target;
  readonly layout: Layout;
  readonly boards: SharedBoards;
  readonly tally: Tally;
}

export class LightClient implements WireListener {
  readonly client: number;
  readonly room: number;
  readonly #hall: Hall;
  readonly #slot: number;
  readonly #prefix: Uint8Array;
  readonly #chain: EditChain | undefined;
  /** By slot: the number of the next edit to hear. */
  readonly #nextEdits: Int32Array;
  /** By slot: the last presence clock heard. */
  readonly #presenceClocks: Int32Array;
  readonly #joined: (client: LightClient) => void;
  #wire: Wire | undefined;
  #openedAt = 0;
  #isSynced = false;
  #position = 0;
  #syncMs = Number.NaN;
  /** Sync frames sent that an acknowledgement counts and that are no edits. */
  #framesBefore = 0;
  #statusesHeard = 0;
  /** Edits of its own known to be stored, by the server's own word … */
  #acknowledged = 0;
  /** … and that came back. */
  #echoed = 0;

  /** `joined` is called once: when the first answer is whole, or the wire is gone. */
  constructor(hall: Hall, client: number, joined: (client: LightClient) => void) {
    const { people, editors, editsEach } = hall.layout;
    this.client = client;
    this.#hall = hall;
    this.room = Math.floor(client / people);
    this.#slot = client % people;
    this.#prefix = prefixOf(hall.target.dialect, hall.target.rooms[this.room] ?? "");
    this.#nextEdits = new Int32Array(editors);
    this.#presenceClocks = new Int32Array(people);
    this.#joined = joined;
    if (this.#slot < editors) this.#chain = makeEditChain(client, editsEach, this.#prefix);
  }

  get isEditor(): boolean {
    return this.#chain !== undefined;
  }
  get isMover(): boolean {
    return this.#slot < this.#hall.layout.movers;
  }
  get isOpen(): boolean {
    return this.#wire?.isOpen ?? false;
  }
  /** Milliseconds from the first packet to the end of the first answer; NaN when there was none. */
  get syncMs(): number {
    return this.#syncMs;
  }
  /** Its own edits the server called stored, and those that came back. */
  get confirmed(): { readonly acknowledged: number; readonly echoed: number } {
    return { acknowledged: this.#acknowledged, echoed: this.#echoed };
  }
  get sentEdits(): number {
    return (this.#hall.boards.lastEdit[this.editor] ?? -1) + 1;
  }
  /** Number of the editor in the layout. */
  get editor(): number {
    return this.room * this.#hall.layout.editors + this.#slot;
  }

  connect(): void {
    const { target } = this.#hall;
    this.#openedAt = now();
    this.#wire = new Wire(target.address(this.client, this.room), this);
  }

  /** Sends the next `count` edits, as far as there are so many. */
  edit(count: number): number {
    const { boards, layout } = this.#hall;
    const from = this.sentEdits;
    const to = Math.min(from + count, layout.editsEach);
    if (!this.#chain || to <= from || !this.isOpen) return 0;
    boards.editSentAt.fill(now(), this.editor * layout.editsEach + from, this.editor * layout.editsEach + to);
    boards.lastEdit[this.editor] = to - 1;
    this.#wire?.send(this.#chain.frames(from, to));
    return to - from;
  }

  moveCursor(): void {
    this.#position += 1;
    this.#showPresence(now());
  }

  /** Says again what it last said, so that the others do not take it for gone. */
  renewPresence(): void {
    this.#showPresence(NOT_TIMED);
  }

  leave(): void {
    this.#wire?.end();
  }

  /** How many of the others' last edits and last cursors it has not heard, of those that came after `presenceBefore`. */
  missing(presenceBefore: Int32Array): { edits: number; presences: number } {
    const { boards, layout } = this.#hall;
    let [edits, presences] = [0, 0];
    for (const [slot, next] of this.#nextEdits.entries())
      if (slot !== this.#slot) edits += (boards.lastEdit[this.room * layout.editors + slot] ?? 0) + 1 - next;
    const first = this.room * layout.people;
    for (let slot = 0; slot < layout.people; slot += 1) {
      const last = boards.lastPresence[first + slot] ?? 0;
      const isNews = last > (presenceBefore[first + slot] ?? 0);
      if (isNews && slot !== this.#slot && (this.#presenceClocks[slot] ?? 0) < last) presences += 1;
    }
    return { edits, presences };
  }

  /** By slot: how many edits of each editor of the room it has heard. */
  get heardEdits(): Int32Array {
    return this.#nextEdits;
  }

  opened(): void {
    for (const frame of helloFrames(this.#hall.target.dialect, this.#prefix)) this.#wire?.send(frame);
    this.renewPresence();
  }

  closed(code: number): void {
    this.#hall.tally.closed(code);
    if (!this.#isSynced) this.#joined(this);
    this.#isSynced = true;
  }

  heard(bytes: Buffer, start: number, end: number, at: number): void {
    reading.at = start + this.#prefix.length;
    const type = readUint(bytes);
    if (type === MESSAGE_AWARENESS) this.#hearPresences(bytes, at);
    else if (type === MESSAGE_SYNC || type === HOCUSPOCUS_SYNC_REPLY) this.#hearSync(bytes, end, at);
    else if (type === MESSAGE_SAMESIDE) this.#hearSameside(bytes, end, at);
    else if (type === HOCUSPOCUS_SYNC_STATUS) this.#acknowledge(++this.#statusesHeard - this.#framesBefore, at);
  }

  #showPresence(sentAt: number): void {
    const { boards } = this.#hall;
    const clock = (boards.lastPresence[this.client] ?? 0) + 1;
    boards.lastPresence[this.client] = clock;
    boards.presenceSentAt[this.client * PRESENCE_RING + (clock % PRESENCE_RING)] = sentAt;
    this.#wire?.send(presenceFrame(this.#prefix, FIRST_CLIENT_ID + this.client, clock, this.#position));
  }

  #hearSync(bytes: Buffer, end: number, at: number): void {
    const step = readUint(bytes);
    const length = readUint(bytes);
    if (step === SYNC_UPDATE && this.#hall.layout.editors > 0) this.#hearUpdate(bytes, end, at);
    if (!this.#isSynced && step !== SYNC_STEP_1) this.#hearFirst(bytes.subarray(end - length, end), step, at);
    if (step !== SYNC_STEP_1) return;
    this.#framesBefore += 1;
    this.#wire?.send(nothingFrame(this.#prefix));
  }

  /** History may come as updates before a step 2 that ends it. */
  #hearFirst(update: Uint8Array, step: number, at: number): void {
    this.#hall.tally.firstAnswers?.hear(this.client, update);
    if (step !== SYNC_STEP_2) return;
    this.#hall.tally.firstAnswers?.end(this.client);
    this.#isSynced = true;
    this.#syncMs = at - this.#openedAt;
    this.#joined(this);
  }

  #hearUpdate(bytes: Buffer, end: number, at: number): void {
    const start = reading.at;
    const clients = readUint(bytes);
    const structs = readUint(bytes);
    if (clients === 1 && structs === 1) {
      const client = readUint(bytes);
      this.#hearEdits(client - FIRST_CLIENT_ID, readUint(bytes), 1, at);
      return;
    }
    // The server has put several edits into one update.
    for (const { id, length } of Y.decodeUpdate(bytes.subarray(start, end)).structs)
      this.#hearEdits(id.client - FIRST_CLIENT_ID, id.clock, length, at);
  }

  #hearEdits(client: number, from: number, count: number, at: number): void {
    const { layout, boards, tally } = this.#hall;
    const slot = client - this.room * layout.people;
    // A board's history, not an edit of this run.
    if (slot < 0 || slot >= layout.editors) return;
    if (slot === this.#slot) this.#echoed = Math.max(this.#echoed, from + count);
    if (slot === this.#slot) return;
    const next = this.#nextEdits[slot] ?? 0;
    if (from > next) tally.gaps += from - next;
    if (from < next) tally.repeats += Math.min(next, from + count) - from;
    const sentAt = (this.room * layout.editors + slot) * layout.editsEach;
    for (let edit = Math.max(from, next); edit < from + count; edit += 1) {
      tally.edits += 1;
      tally.editMs.add(at - (boards.editSentAt[sentAt + edit] ?? 0));
    }
    this.#nextEdits[slot] = Math.max(next, from + count);
  }

  #hearPresences(bytes: Buffer, at: number): void {
    const { layout, boards, tally } = this.#hall;
    readUint(bytes);
    const first = FIRST_CLIENT_ID + this.room * layout.people;
    for (let left = readUint(bytes); left > 0; left -= 1) {
      const slot = readUint(bytes) - first;
      const clock = readUint(bytes);
      const length = readUint(bytes);
      reading.at += length;
      if (slot === this.#slot || slot < 0 || slot >= layout.people) continue;
      if (clock <= (this.#presenceClocks[slot] ?? 0)) continue;
      this.#presenceClocks[slot] = clock;
      tally.presences += 1;
      const ring = (this.room * layout.people + slot) * PRESENCE_RING;
      const sentAt = boards.presenceSentAt[ring + (clock % PRESENCE_RING)] ?? NOT_TIMED;
      if (sentAt !== NOT_TIMED) tally.presenceMs.add(at - sentAt);
    }
  }

  #hearSameside(bytes: Buffer, end: number, at: number): void {
    const length = readUint(bytes);
    const frames = lastNumber(bytes, end - length, end, '"stored","frames":');
    if (frames !== undefined) this.#acknowledge(frames - this.#framesBefore, at);
  }

  #acknowledge(edits: number, at: number): void {
    const { boards, layout, tally } = this.#hall;
    for (; this.#acknowledged < edits; this.#acknowledged += 1)
      tally.ackMs.add(at - (boards.editSentAt[this.editor * layout.editsEach + this.#acknowledged] ?? 0));
  }
}
