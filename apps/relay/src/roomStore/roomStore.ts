/** What a relay keeps on disk. Every engine passes the same contract tests. */
import type { AnswerRow } from "@sameside/protocol";

/** One update in the log of a room; `row` is its number, ascending in the order of commits. */
interface StoredUpdate {
  readonly row: number;
  readonly update: Uint8Array;
}

export interface StoredRoom {
  /** The compacted beginning of the room; absent = nothing was compacted yet. */
  readonly snapshot: Uint8Array | undefined;
  /** What came after the snapshot, in the order of commits. */
  readonly log: readonly StoredUpdate[];
}

export type Write =
  | { readonly to: "log"; readonly room: string; readonly update: Uint8Array }
  | { readonly to: "answers"; readonly workshop: string; readonly row: AnswerRow };

/** SHA-256 of the tokens of a workshop, as base64url. The tokens themselves are never stored. */
export interface TokenHashes {
  readonly write: string;
  readonly read: string;
}

/** Methods reject when the engine fails; then nothing of that call is on disk. */
export interface RoomStore {
  load(room: string): Promise<StoredRoom>;
  /**
   * Puts all of it on disk, or nothing. Resolves only when a power cut can no longer undo it.
   * Answers the row of each update and 0 for each answer, in the order of `writes`. An answer replaces its former row.
   */
  commit(writes: readonly Write[]): Promise<readonly number[]>;
  /**
   * Replaces the snapshot by `snapshot`, and removes exactly the log rows named, which it contains.
   * `false` (and nothing changed) when one of the rows is gone: somebody else has compacted.
   */
  compact(room: string, snapshot: Uint8Array, rows: readonly number[]): Promise<boolean>;
  answers(workshop: string): Promise<readonly AnswerRow[]>;
  tokenHashes(workshop: string): Promise<TokenHashes | undefined>;
  /** The first claim wins: answers what is stored after the call. */
  claim(workshop: string, hashes: TokenHashes): Promise<TokenHashes>;
  close(): Promise<void>;
}
