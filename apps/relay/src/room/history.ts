/**
 * The bytes of one room as they are on disk: a snapshot, and the updates after it, kept as they stand on the wire, so
 * that whoever joins is sent what is there.
 */
import * as Y from "yjs";
import { readFactClocks } from "../guard/guardFacts.ts";
import { hasDeletes, isEmpty, type Reach, reachOf } from "../guard/updateReach.ts";
import type { Snapshot, StoredRoom, StoredUpdate } from "../roomStore/roomStore.ts";
import { step2Frame, updateFrame, updateStartLength, writeUpdateStart } from "./frames.ts";
import { Segments } from "./segments.ts";
import { Batch, headerLength, toWire, writeHeader } from "./wire.ts";

/** Where an update of the log stands. */
interface LoggedUpdate {
  readonly row: number;
  readonly segment: Buffer;
  /** In the segment: of its frame on the wire. */
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

const END_OF_ANSWER = toWire(step2Frame());

export class History {
  #snapshot: SnapshotOnWire | undefined;
  #log: LoggedUpdate[] = [];
  /** The largest row in the log. */
  #lastRow = 0;
  #segments = new Segments(0);

  constructor(stored: StoredRoom) {
    this.#snapshot = stored.snapshot && new SnapshotOnWire(stored.snapshot);
    this.#putAll(stored.log);
  }

  get snapshot(): Snapshot | undefined {
    return this.#snapshot?.stored;
  }

  /** Bytes of the snapshot and of all updates after it. */
  get bytes(): number {
    return this.#segments.bytes + (this.#snapshot?.stored.state.length ?? 0);
  }

  /** Bytes of the updates after the snapshot. */
  get logBytes(): number {
    return this.#segments.bytes;
  }

  /** How many updates came after the snapshot. */
  get logLength(): number {
    return this.#log.length;
  }

  /** `true` when the row stands in the log. */
  has(row: number): boolean {
    // Most that is asked for has just been stored, and is beyond all that is here.
    return row <= this.#lastRow && this.#log.some((entry) => entry.row === row);
  }

  /** Rows that stand in the log. */
  rows(): ReadonlySet<number> {
    return new Set(this.#log.map(({ row }) => row));
  }

  updates(): readonly Uint8Array[] {
    return this.#snapshot ? [this.#snapshot.stored.state, ...this.logUpdates()] : this.logUpdates();
  }

  logUpdates(): readonly Uint8Array[] {
    return this.#log.map(updateOf);
  }

  /**
   * How far each client's history goes: client → number of clocks.
   * @throws Error when something is missing in it
   */
  clocks(): Map<number, number> {
    const clocks = new Map(this.#snapshot?.clocks());
    for (const entry of this.#log) {
      const { begins, ends } = logReach(entry);
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
    const log = isNewcomer ? this.#segments.chunks() : this.#logBeyond(vector);
    return new Batch([...(snapshot ?? []), ...log, END_OF_ANSWER]);
  }

  uncompacted(): Uncompacted {
    return { updates: this.updates(), rows: this.#log.map(({ row }) => row) };
  }

  /** Takes a snapshot that is on disk in place of all that `from` had. */
  compacted(from: Uncompacted, snapshot: Snapshot): void {
    const contained = new Set(from.rows);
    const rest = this.#log
      .filter(({ row }) => !contained.has(row))
      .map((entry) => ({ row: entry.row, update: updateOf(entry) }));
    this.#snapshot = new SnapshotOnWire(snapshot);
    this.#putAll(rest);
  }

  #putAll(log: readonly StoredUpdate[]): void {
    this.#log = [];
    this.#lastRow = 0;
    this.#segments = new Segments(log.reduce((bytes, { update }) => bytes + wireLength(update.length), 0));
    for (const { row, update } of log) this.#put(row, update);
  }

  #put(row: number, update: Uint8Array): Uint8Array {
    const { segment, start } = this.#segments.next(wireLength(update.length));
    const end = start + wireLength(update.length);
    const from = end - update.length;
    writeOpening(segment, start, update.length);
    segment.set(update, from);
    this.#log.push({ row, segment, start, from, end });
    this.#lastRow = Math.max(row, this.#lastRow);
    return segment.subarray(start, end);
  }

  /** Deletions do not show in a state vector: an update that has some is always told. */
  #logBeyond(vector: ReadonlyMap<number, number>): Uint8Array[] {
    const runs: { readonly segment: Buffer; readonly start: number; end: number }[] = [];
    for (const entry of this.#log) {
      const isKnown = logReach(entry).ends.every(([client, end]) => end <= (vector.get(client) ?? 0));
      entry.hasDeletes ??= hasDeletes(updateOf(entry));
      if (isKnown && !entry.hasDeletes) continue;
      const last = runs.at(-1);
      if (last?.segment === entry.segment && last.end === entry.start) last.end = entry.end;
      else runs.push({ segment: entry.segment, start: entry.start, end: entry.end });
    }
    return runs.map(({ segment, start, end }) => segment.subarray(start, end));
  }
}

function updateOf({ segment, from, end }: LoggedUpdate): Uint8Array {
  return segment.subarray(from, end);
}

function logReach(entry: LoggedUpdate): Reach {
  entry.reach ??= reachOf(updateOf(entry));
  return entry.reach;
}

/** Bytes on the wire of an update of `length` bytes. */
function wireLength(length: number): number {
  return openingLength(length) + length;
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
    return isEmpty(update) ? [] : [toWire(updateFrame(update))];
  }
}
