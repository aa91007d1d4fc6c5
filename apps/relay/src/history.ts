/** The bytes of one room as they are on disk: a snapshot, and the updates after it as frames ready to be sent. */
import * as Y from "yjs";
import { step2Frame, updateFrame } from "./frames.ts";
import type { StoredRoom } from "./roomStore/roomStore.ts";

interface LoggedUpdate {
  readonly row: number;
  readonly update: Uint8Array;
  readonly frame: Uint8Array;
}

/** What a compaction starts from: everything stored at one moment. */
export interface Uncompacted {
  readonly updates: readonly Uint8Array[];
  readonly rows: readonly number[];
}

export class History {
  #snapshot: LoggedUpdate | undefined;
  #log: LoggedUpdate[];
  #bytes = 0;
  #merged: Uint8Array | undefined;

  constructor(stored: StoredRoom) {
    this.#snapshot = stored.snapshot && logged(0, stored.snapshot);
    this.#log = stored.log.map(({ row, update }) => logged(row, update));
    for (const { update } of this.#all()) this.#bytes += update.length;
  }

  /** Bytes of the snapshot and of all updates after it. */
  get bytes(): number {
    return this.#bytes;
  }

  /** How many updates came after the snapshot. */
  get logLength(): number {
    return this.#log.length;
  }

  updates(): readonly Uint8Array[] {
    return this.#all().map(({ update }) => update);
  }

  /** Adds an update that is on disk; answers the frame to send. */
  append(row: number, update: Uint8Array): Uint8Array {
    const entry = logged(row, update);
    this.#log.push(entry);
    this.#bytes += update.length;
    this.#merged = undefined;
    return entry.frame;
  }

  /**
   * The frames that answer a step 1. A newcomer gets all updates as they are, from shared buffers, and an empty step 2
   * last; a device that has some of it gets the difference.
   * @throws Error when `stateVector` is none
   */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    if (Y.decodeStateVector(stateVector).size === 0) return [...this.#all().map(({ frame }) => frame), step2Frame()];
    this.#merged ??= Y.mergeUpdates([...this.updates()]);
    return [step2Frame(this.#all().length === 0 ? undefined : Y.diffUpdate(this.#merged, stateVector))];
  }

  uncompacted(): Uncompacted {
    return { updates: this.updates(), rows: this.#log.map(({ row }) => row) };
  }

  /** Takes a snapshot that is on disk in place of all that `from` had. */
  compacted(from: Uncompacted, snapshot: Uint8Array): void {
    this.#snapshot = logged(0, snapshot);
    this.#log = this.#log.slice(from.rows.length);
    this.#bytes = this.#all().reduce((bytes, { update }) => bytes + update.length, 0);
    this.#merged = undefined;
  }

  #all(): readonly LoggedUpdate[] {
    return this.#snapshot ? [this.#snapshot, ...this.#log] : this.#log;
  }
}

/** Keeps the bytes once: the update is a window into its frame. */
function logged(row: number, update: Uint8Array): LoggedUpdate {
  const frame = updateFrame(update);
  return { row, frame, update: frame.subarray(frame.length - update.length) };
}
