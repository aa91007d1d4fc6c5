/**
 * One document's room: takes frames of its members, stores what is new, and only then tells everybody. It holds bytes,
 * never a document, and knows no sockets.
 */
import { CLOSE, limits, type Right } from "@sameside/protocol";
import * as Y from "yjs";
import type { WorkshopAnswers } from "./answers.ts";
import type { Compact } from "./compaction.ts";
import { type PresenceState, presenceFrame, step1Frame } from "./frames.ts";
import type { GroupCommit } from "./groupCommit.ts";
import { Guard, type Verdict } from "./guard.ts";
import { History } from "./history.ts";
import { Member, type Peer } from "./member.ts";
import { PresenceBook } from "./presenceBook.ts";
import type { RoomStore, StoredRoom, Write } from "./roomStore/roomStore.ts";

/** A log longer than this is compacted once nobody edits. */
const COMPACT_AFTER_UPDATES = 500;
/** A log longer than this is compacted even while people edit. */
const COMPACT_AT_LATEST_AFTER_UPDATES = 10 * COMPACT_AFTER_UPDATES;

export interface RoomParts {
  readonly name: string;
  readonly stored: StoredRoom;
  readonly answers: WorkshopAnswers;
  readonly groupCommit: Pick<GroupCommit, "add">;
  readonly store: Pick<RoomStore, "compact">;
  readonly compact: Compact;
  readonly log: (line: string) => void;
}

export class Room {
  readonly answers: WorkshopAnswers;
  readonly #parts: RoomParts;
  readonly #history: History;
  readonly #members = new Set<Member>();
  readonly #presence = new PresenceBook<Member>();
  /** Knows what is stored and what is on its way to the disk; absent after a write failed. */
  #guard: Guard | undefined;
  /** How far the stored history goes: client → number of clocks. */
  readonly #storedClocks: Map<number, number>;
  /** Updates stored since the room was last looked after. */
  #storedLately = 0;
  /** The log's length below which compacting is not tried again, after it failed. */
  #compactAbove = COMPACT_AFTER_UPDATES;
  #compacting: Promise<void> | undefined;

  /** @throws Error when what is stored cannot be read */
  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.answers = parts.answers;
    this.#history = new History(parts.stored);
    const guard = Guard.of(this.#history.updates());
    this.#guard = guard;
    this.#storedClocks = new Map(guard.reached);
  }

  /** The compaction under way, if any. */
  get compaction(): Promise<void> | undefined {
    return this.#compacting;
  }

  /** Adds a connection. `speaksSameside`: it asked for the additions of `sameside.1`. */
  join(peer: Peer, right: Right, speaksSameside: boolean): Member {
    const member = new Member(this, peer, right, speaksSameside);
    this.#members.add(member);
    member.greet(step1Frame(this.#stateVector()), this.#presence.states());
    return member;
  }

  /** Called by a member whose connection is gone. */
  leave(member: Member): void {
    if (!this.#members.delete(member)) return;
    this.#tellPresence(this.#presence.leave(member));
  }

  /** Looks after the room from time to time: tells quiet members that the relay is there, compacts when nobody edits. */
  tend(): void {
    for (const member of this.#members) member.breakSilence();
    const isBusy = this.#storedLately > 0;
    this.#storedLately = 0;
    if (!isBusy || this.#history.logLength > COMPACT_AT_LATEST_AFTER_UPDATES) void this.compactWhenLong();
  }

  /** Compacts a long log in the background; resolves when that is done or was not needed. */
  compactWhenLong(): Promise<void> {
    if (this.#history.logLength > this.#compactAbove)
      this.#compacting ??= this.#compact().finally(() => {
        this.#compacting = undefined;
      });
    return this.#compacting ?? Promise.resolve();
  }

  /** The frames that answer a step 1. @throws Error when `stateVector` is none */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    return this.#history.answer(stateVector);
  }

  /**
   * Judges one frame's update and takes it on its way to the disk; `covered` is called when it is there.
   * `isAllItHas`: the device cannot tell what is missing in it (a step 2), so what does not depend on that is taken.
   */
  take(update: Uint8Array, isAllItHas: boolean, from: Member, covered: () => void): Verdict["is"] {
    this.#guard ??= Guard.of(this.#history.updates());
    const verdict = this.#guard.judge(update);
    if (verdict.is === "refused") this.#parts.log(`An update was refused: ${verdict.why}.`);
    if (verdict.is === "known") this.#store([], from, covered);
    if (verdict.is === "gap") {
      from.lack(verdict.missing);
      const rest = isAllItHas ? verdict.rest() : undefined;
      const restIs = rest ? this.take(rest, false, from, () => undefined) : "known";
      if (restIs === "refused" || restIs === "full") return restIs;
    }
    if (verdict.is !== "new") return verdict.is;
    if (this.#history.bytes + update.length > limits.MAX_ROOM_BYTES) return "full";
    verdict.learn();
    this.#store([{ to: "log", room: this.#parts.name, update }], from, ([row]) => {
      if (row !== undefined) this.#stored(row, update, verdict.reached);
      covered();
    });
    return "new";
  }

  /** A state vector of what is stored, as the question for what else there is. */
  ask(): Uint8Array {
    return step1Frame(this.#stateVector());
  }

  hearPresence(from: Member, bytes: Uint8Array): void {
    this.#tellPresence(this.#presence.hear(from, bytes), from);
  }

  /** A line for the operator, without content. */
  log(line: string): void {
    this.#parts.log(line);
  }

  presenceStates(): readonly PresenceState[] {
    return this.#presence.states();
  }

  #store(writes: readonly Write[], from: Member, stored: (rows: readonly number[]) => void): void {
    this.#parts.groupCommit.add({
      writes,
      stored: (rows) => {
        stored(rows);
        from.tellStored();
      },
      failed: () => this.#forget(from),
    });
  }

  #stored(row: number, update: Uint8Array, reached: ReadonlyMap<number, number>): void {
    const frame = this.#history.append(row, update);
    this.#storedLately += 1;
    for (const [client, clock] of reached) this.#storedClocks.set(client, clock);
    for (const member of this.#members) member.send(frame);
    for (const member of this.#members) member.askWhenFilled(this.#storedClocks);
  }

  /** The disk did not take what `from` sent: the room is again what the disk has, and the device keeps its edits. */
  #forget(from: Member): void {
    this.#guard = undefined;
    from.close(CLOSE.draining);
  }

  #tellPresence(states: readonly PresenceState[], except?: Member): void {
    if (states.length === 0) return;
    const frame = presenceFrame(states);
    for (const member of this.#members) if (member !== except) member.send(frame);
  }

  #stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#storedClocks);
  }

  async #compact(): Promise<void> {
    const { name, store, compact, log } = this.#parts;
    const from = this.#history.uncompacted();
    try {
      const snapshot = await compact(from.updates);
      if (await store.compact(name, snapshot, from.rows)) this.#history.compacted(from, snapshot);
      this.#compactAbove = COMPACT_AFTER_UPDATES;
    } catch (error) {
      this.#compactAbove = this.#history.logLength + COMPACT_AFTER_UPDATES;
      log(`A room was not compacted and stays as it is: ${error instanceof Error ? error.message : "unknown reason"}`);
    }
  }
}
