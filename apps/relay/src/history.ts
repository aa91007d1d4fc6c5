/**
 * The bytes of one room as they are on disk: a snapshot, and the updates after it, kept as they stand on the wire, so
 * that whoever joins is sent what is there.
 */
import * as Y from "yjs";
import { step2Frame, updateFrame, updateStartLength, writeUpdateStart } from "./frames.ts";
import { readFactClocks } from "./guardFacts.ts";
import type { Snapshot, StoredRoom, StoredUpdate } from "./roomStore/roomStore.ts";
import { hasDeletes, type Reach, reachOf } from "./updateReach.ts";
import { Batch, headerLength, toWire, writeHeader } from "./wire.ts";

/** Where an update of the log stands in the buffer of the log. */
interface LoggedUpdate {
  readonly row: number;
  /** Of its frame on the wire. */
  readonly start: number;
  /** Of the update itself. */
  readonly from: number;
  readonly end: number;
  reach?: Reach;
  hasDeletes?: boolean;
}

/** What a compaction starts from: everything stored at one moment. */
export interface Uncompacted {
  readonly updates: readonly Uint8Array[];
  readonly rows: readonly number[];
}

const SMALLEST_BUFFER = 1024;
const END_OF_ANSWER = toWire(step2Frame());
/** A Yjs update with no parts and no deletions. */
const EMPTY_UPDATE_LENGTH = 2;

export class History {
  #snapshot: SnapshotOnWire | undefined;
  #log: LoggedUpdate[] = [];
  #rows = new Set<number>();
  #buffer: Buffer = Buffer.alloc(0);
  #used = 0;

  constructor(stored: StoredRoom) {
    this.#snapshot = stored.snapshot && new SnapshotOnWire(stored.snapshot);
    this.#putAll(stored.log);
  }

  get snapshot(): Snapshot | undefined {
    return this.#snapshot?.stored;
  }

  /** Bytes of the snapshot and of all updates after it. */
  get bytes(): number {
    return this.#used + (this.#snapshot?.stored.state.length ?? 0);
  }

  /** Bytes of the updates after the snapshot. */
  get logBytes(): number {
    return this.#used;
  }

  /** How many updates came after the snapshot. */
  get logLength(): number {
    return this.#log.length;
  }

  /** `true` when the row stands in the log. */
  has(row: number): boolean {
    return this.#rows.has(row);
  }

  updates(): readonly Uint8Array[] {
    return this.#snapshot ? [this.#snapshot.stored.state, ...this.logUpdates()] : this.logUpdates();
  }

  logUpdates(): readonly Uint8Array[] {
    return this.#log.map((entry) => this.#updateOf(entry));
  }

  /**
   * How far each client's history goes: client → number of clocks.
   * @throws Error when something is missing in it
   */
  clocks(): Map<number, number> {
    const clocks = new Map(this.#snapshot?.clocks());
    for (const entry of this.#log) {
      const { begins, ends } = this.#reachOf(entry);
      for (const [client, begin] of begins)
        if (begin > (clocks.get(client) ?? 0)) throw new Error("The stored room cannot be read: a part is missing.");
      for (const [client, end] of ends) clocks.set(client, Math.max(end, clocks.get(client) ?? 0));
    }
    return clocks;
  }

  /** Adds an update that is on disk; answers its frame on the wire. */
  append(row: number, update: Uint8Array): Uint8Array {
    return this.#put(row, update);
  }

  /**
   * What answers a step 1: update frames, and an empty step 2 last. A newcomer gets everything as it is, from buffers
   * that all share; a device that has some of it gets what it may lack.
   * @throws Error when `stateVector` is none
   */
  answer(stateVector: Uint8Array): Batch {
    const vector = Y.decodeStateVector(stateVector);
    const isNewcomer = vector.size === 0;
    const snapshot = isNewcomer ? this.#snapshot?.chunks : this.#snapshot?.chunksBeyond(vector, stateVector);
    const log = isNewcomer ? [this.#buffer.subarray(0, this.#used)] : this.#logBeyond(vector);
    return new Batch([...(snapshot ?? []), ...log.filter(({ length }) => length > 0), END_OF_ANSWER]);
  }

  uncompacted(): Uncompacted {
    return { updates: this.updates(), rows: this.#log.map(({ row }) => row) };
  }

  /** Takes a snapshot that is on disk in place of all that `from` had. */
  compacted(from: Uncompacted, snapshot: Snapshot): void {
    const contained = new Set(from.rows);
    const rest = this.#log
      .filter(({ row }) => !contained.has(row))
      .map((entry) => ({ row: entry.row, update: this.#updateOf(entry) }));
    this.#snapshot = new SnapshotOnWire(snapshot);
    this.#putAll(rest);
  }

  #putAll(log: readonly StoredUpdate[]): void {
    this.#log = [];
    this.#rows = new Set();
    this.#used = 0;
    // A buffer of its own: what has been handed out is part of the former one.
    this.#buffer = Buffer.alloc(0);
    for (const { row, update } of log) this.#put(row, update);
  }

  #put(row: number, update: Uint8Array): Uint8Array {
    const start = this.#used;
    const from = start + openingLength(update.length);
    const end = from + update.length;
    this.#makeRoomFor(end);
    writeOpening(this.#buffer, start, update.length);
    this.#buffer.set(update, from);
    this.#used = end;
    this.#log.push({ row, start, from, end });
    this.#rows.add(row);
    return this.#buffer.subarray(start, end);
  }

  /** What was written once is never changed, since sockets may still have to send it. */
  #makeRoomFor(end: number): void {
    if (end <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(SMALLEST_BUFFER, 2 * this.#buffer.length, end));
    larger.set(this.#buffer.subarray(0, this.#used));
    this.#buffer = larger;
  }

  #updateOf({ from, end }: LoggedUpdate): Uint8Array {
    return this.#buffer.subarray(from, end);
  }

  #reachOf(entry: LoggedUpdate): Reach {
    entry.reach ??= reachOf(this.#updateOf(entry));
    return entry.reach;
  }

  /** Deletions do not show in a state vector: an update that has some is always told. */
  #logBeyond(vector: ReadonlyMap<number, number>): Uint8Array[] {
    const runs: { start: number; end: number }[] = [];
    for (const entry of this.#log) {
      const isKnown = this.#reachOf(entry).ends.every(([client, end]) => end <= (vector.get(client) ?? 0));
      entry.hasDeletes ??= hasDeletes(this.#updateOf(entry));
      if (isKnown && !entry.hasDeletes) continue;
      const last = runs.at(-1);
      if (last?.end === entry.start) last.end = entry.end;
      else runs.push({ start: entry.start, end: entry.end });
    }
    return runs.map(({ start, end }) => this.#buffer.subarray(start, end));
  }
}

/** Bytes on the wire before an update of `length` bytes. */
function openingLength(length: number): number {
  const start = updateStartLength(length);
  return headerLength(start + length) + start;
}

function writeOpening(target: Buffer, at: number, length: number): void {
  const message = updateStartLength(length) + length;
  writeHeader(target, at, message);
  writeUpdateStart(target, at + headerLength(message), length);
}

class SnapshotOnWire {
  readonly stored: Snapshot;
  readonly chunks: readonly Uint8Array[];
  #clocks: ReadonlyMap<number, number> | undefined;
  /** The last difference asked for: after a break of the network many ask for the same. */
  #asked: { readonly vector: Uint8Array; readonly chunks: readonly Uint8Array[] } | undefined;
  /** What devices get that have all its parts. */
  #deletes: readonly Uint8Array[] | undefined;

  constructor(stored: Snapshot) {
    this.stored = stored;
    const opening = Buffer.allocUnsafe(openingLength(stored.state.length));
    writeOpening(opening, 0, stored.state.length);
    this.chunks = [opening, stored.state];
  }

  clocks(): ReadonlyMap<number, number> {
    this.#clocks ??=
      (this.stored.facts && readFactClocks(this.stored.facts)) ??
      Y.decodeStateVector(Y.encodeStateVectorFromUpdate(this.stored.state));
    return this.#clocks;
  }

  chunksBeyond(vector: ReadonlyMap<number, number>, stateVector: Uint8Array): readonly Uint8Array[] {
    const hasAll = [...this.clocks()].every(([client, clock]) => clock <= (vector.get(client) ?? 0));
    if (hasAll) {
      this.#deletes ??= this.#difference(stateVector);
      return this.#deletes;
    }
    if (!this.#asked || Buffer.compare(this.#asked.vector, stateVector) !== 0)
      this.#asked = { vector: stateVector.slice(), chunks: this.#difference(stateVector) };
    return this.#asked.chunks;
  }

  #difference(stateVector: Uint8Array): readonly Uint8Array[] {
    const update = Y.diffUpdate(this.stored.state, stateVector);
    return update.length > EMPTY_UPDATE_LENGTH ? [toWire(updateFrame(update))] : [];
  }
}
