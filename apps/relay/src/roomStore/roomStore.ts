/** What a relay keeps on disk. Every engine passes the same contract tests. */
import type { AnswerRow } from "@sameside/protocol";

/** One update in the log of a room; `row` is its number, larger than those of all commits that ended before. */
export interface StoredUpdate {
  readonly row: number;
  readonly update: Uint8Array;
}

/** The compacted beginning of a room. */
export interface Snapshot {
  readonly state: Uint8Array;
  /** What the guard knows after it, so that opening a room reads no document; absent = read it from `state`. */
  readonly facts: Uint8Array | undefined;
}

export interface StoredRoom {
  /** Absent = nothing was compacted yet. */
  readonly snapshot: Snapshot | undefined;
  /** What came after the snapshot, in ascending order of rows. */
  readonly log: readonly StoredUpdate[];
}

export type Write =
  | { readonly to: "log"; readonly room: string; readonly update: Uint8Array }
  /** Replaces the former row of its key when it is later (`replacesAnswer`); else nothing happens. */
  | { readonly to: "answers"; readonly workshop: string; readonly row: AnswerRow };

/**
 * One small fact beside the rooms: a claim, an invite, a seat, a token's hash, the step, what was opened. What the text
 * of a value means is the business of who writes that kind.
 */
export interface RecordKey {
  readonly kind: string;
  /** "" for what belongs to no workshop. */
  readonly workshop: string;
  readonly key: string;
}

export interface StoredRecord extends RecordKey {
  readonly value: string;
}

export interface StoredAttachment {
  /** Media type, as it was kept. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Everything in a store, one thing after the other, for a backup or a move to another engine. */
export type Holding =
  | ({ readonly is: "snapshot"; readonly room: string } & Snapshot)
  | ({ readonly is: "update"; readonly room: string } & StoredUpdate)
  | { readonly is: "answer"; readonly workshop: string; readonly row: AnswerRow }
  | ({ readonly is: "record" } & StoredRecord)
  | ({ readonly is: "attachment"; readonly workshop: string; readonly hash: string } & StoredAttachment);

/** Methods reject when the engine fails; then nothing of that call is on disk. */
export interface RoomStore {
  load(room: string): Promise<StoredRoom>;
  /**
   * Puts all of it on disk, or nothing. Resolves only when a power cut can no longer undo it.
   * Answers the row of each update and 0 for each answer, in the order of `writes`.
   */
  commit(writes: readonly Write[]): Promise<readonly number[]>;
  /**
   * Replaces the snapshot by `snapshot`, and removes exactly the log rows named, which it contains.
   * `false` (and nothing changed) when one of the rows is gone: somebody else has compacted.
   */
  compact(room: string, snapshot: Snapshot, rows: readonly number[]): Promise<boolean>;

  answers(workshop: string): Promise<readonly AnswerRow[]>;
  /** Removes rows for good. */
  dropAnswers(workshop: string, keys: readonly string[]): Promise<void>;

  /** The value of one record; `undefined` when there is none. */
  record(key: RecordKey): Promise<string | undefined>;
  /** All records of a kind in a workshop, in ascending order of `key`. */
  records(kind: string, workshop: string): Promise<readonly StoredRecord[]>;
  /**
   * Puts `next` in place of `expected` (`undefined` = no record) as one step that is on disk when it resolves.
   * `false`, and nothing changed, when the record is not `expected`.
   */
  swap(key: RecordKey, expected: string | undefined, next: string | undefined): Promise<boolean>;

  /** Keeps a file under its hash; the same hash again changes nothing. */
  putAttachment(workshop: string, hash: string, attachment: StoredAttachment): Promise<void>;
  attachment(workshop: string, hash: string): Promise<StoredAttachment | undefined>;
  /** Bytes of all attachments of a workshop. */
  attachmentBytes(workshop: string): Promise<number>;
  /** Removes a file for good; its bytes are not left behind in free space, as far as the engine allows. */
  dropAttachment(workshop: string, hash: string): Promise<void>;

  /** Bytes of each room of a workshop that holds anything, by its name; in ascending order of names. */
  roomSizes(workshop: string): Promise<ReadonlyMap<string, number>>;
  /**
   * Writes what is kept anew, so that nothing of what was removed or replaced is left in free space. Takes long with
   * much data; a file of our own is written in slices, between which others go on.
   */
  scrub(): Promise<void>;

  /** Everything, as it stood at one moment, while others go on writing; attachments last. */
  everything(): AsyncIterable<Holding>;
  /** Puts what `everything` of another store told into this one, which must be empty. Rows keep their numbers. */
  takeOver(holdings: AsyncIterable<Holding>): Promise<void>;
  close(): Promise<void>;
}
