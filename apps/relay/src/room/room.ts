/**
 * One document's room: takes frames of its members, stores what is new, and only then tells everybody. It holds bytes,
 * never a document, and knows no sockets.
 */
import type { CloseReason } from "@sameside/protocol";
import * as Y from "yjs";
import type { Verdict } from "../guard/guard.ts";
import type { Missing } from "../guard/integrate.ts";
import type { RelayMetrics } from "../operation/metrics.ts";
import type { RoomBus } from "../roomBus/roomBus.ts";
import type { RoomStore, StoredRoom, StoredUpdate } from "../roomStore/roomStore.ts";
import { Broadcast, type RoomClock } from "./broadcast.ts";
import type { Compact } from "./compaction.ts";
import type { WorkshopDesk } from "./desk.ts";
import { step1Frame } from "./frames.ts";
import type { GroupCommit } from "./groupCommit.ts";
import { type JoinOptions, Member, type Peer } from "./member.ts";
import { PresenceBook, type PresenceNews } from "./presenceBook.ts";
import { RoomChannel, readRoomNews } from "./roomChannel.ts";
import { RoomContents } from "./roomContents.ts";
import type { Batch } from "./wire.ts";
import type { NoSpace, WorkshopSpace } from "./workshopSpace.ts";

/** A log of more updates, or of more bytes, is compacted once nobody edits: it is slow to read for who opens the room. */
const COMPACT_AFTER_UPDATES = 100;
const COMPACT_AFTER_BYTES = 64 * 1024;
/** A log longer than this is compacted even while people edit, at the pace of the heartbeat: what a busy table has said stays bounded. */
const COMPACT_AT_LATEST_AFTER_UPDATES = 1_000;
/** The store is read again for a gap at most so often, in milliseconds, however many devices send what depends on nothing. */
const RELOAD_AT_MOST_EVERY_MS = 1_000;
/** What another relay stored may be heard before what it builds on; so long it waits for it. */
const WAIT_FOR_OTHERS_MS = 100;

export interface RoomParts {
  readonly name: string;
  readonly desk: WorkshopDesk;
  readonly groupCommit: Pick<GroupCommit, "add">;
  readonly store: Pick<RoomStore, "compact" | "load">;
  /** What its workshop may take of the relay, all rooms together. */
  readonly space: Pick<WorkshopSpace, "take">;
  readonly bus: RoomBus;
  readonly compact: Compact;
  readonly clock: RoomClock;
  readonly log: (line: string) => void;
  /** Absent = nobody counts. */
  readonly metrics?: Pick<RelayMetrics, "framesDenied">;
}

/** One frame's update. */
export interface Offer {
  readonly update: Uint8Array;
  /** The device cannot tell what is missing in it (a step 2), so what does not depend on that is taken. */
  readonly isAllItHas: boolean;
  readonly from: Member;
  /** What was missing may have been in the store; the room has looked there. */
  readonly isSecondLook: boolean;
}

/** What has become of an offer. */
export type Taken = Verdict["is"] | "unsure" | "unreadable" | NoSpace;

export class Room {
  readonly desk: WorkshopDesk;
  readonly #parts: RoomParts;
  readonly #contents: RoomContents;
  readonly #members = new Set<Member>();
  readonly #presence = new PresenceBook<Member>();
  readonly #broadcast: Broadcast<Member>;
  /** Absent = no other relay can have this room. */
  readonly #channel: RoomChannel | undefined;
  /** Members that sent what depends on something the room lacks. */
  readonly #lacking = new Set<Member>();
  /** Somebody came or edited since the room was last looked after. */
  #isBusy = false;
  /** The log's length below which compacting is not tried again, after it failed. */
  #compactAbove = COMPACT_AFTER_UPDATES;
  #compacting: Promise<void> | undefined;
  #hasFailedToCompact = false;
  #lastReload: Promise<void> = Promise.resolve();
  /** A reading of the store that has not begun. */
  #nextReload: Promise<void> | undefined;
  /** What was stored here since the reading of the store began; absent = it is not being read. */
  #sinceReload: StoredUpdate[] | undefined;
  #isBehindStore = false;
  #reloadedAt = Number.NEGATIVE_INFINITY;
  /** Heard of, and not taken in before what they build on. */
  #early: StoredUpdate[] = [];

  /** `stored`: what its store has of it. @throws Error when that cannot be read */
  constructor(parts: RoomParts, stored: StoredRoom) {
    this.#parts = parts;
    this.desk = parts.desk;
    this.#contents = new RoomContents(stored);
    this.#channel = parts.bus.isAlone ? undefined : new RoomChannel(parts.bus, parts.name, parts.clock);
    this.#broadcast = new Broadcast({
      listeners: this.#members,
      presence: this.#presence,
      clock: parts.clock,
      publish: (news) => this.#channel?.tellPresence(news),
    });
    this.#channel?.askWhoIsHere();
  }

  /** The compaction under way, if any. */
  get compaction(): Promise<void> | undefined {
    return this.#compacting;
  }

  get members(): ReadonlySet<Member> {
    return this.#members;
  }

  /** Adds a connection. */
  join(peer: Peer, options: JoinOptions): Member {
    const member = new Member(this, peer, options);
    this.#members.add(member);
    // A hall that comes at once needs the machine for itself.
    this.#isBusy = true;
    member.greet();
    return member;
  }

  /** Called by a member whose connection is gone. */
  leave(member: Member): void {
    if (!this.#members.delete(member)) return;
    this.#lacking.delete(member);
    this.#broadcast.news(this.#presence.leave(member), true);
    this.#askLacking();
  }

  /** Looks after the room from time to time: tells quiet members that the relay is there, compacts when nobody edits. */
  tend(): void {
    for (const member of this.#members) member.breakSilence();
    if (this.#channel) this.#broadcast.news(this.#presence.forgetElsewhere(this.#parts.clock.now()), false);
    if (this.#isBehindStore) void this.reload();
    this.#askLacking();
    const isBusy = this.#isBusy;
    this.#isBusy = false;
    if (!isBusy || this.#contents.history.logLength > COMPACT_AT_LATEST_AFTER_UPDATES) void this.compactWhenLong();
  }

  /** Compacts a long log in the background; resolves when that is done or was not needed. */
  compactWhenLong(): Promise<void> {
    if (this.#isLong())
      this.#compacting ??= this.#compact().finally(() => {
        this.#compacting = undefined;
      });
    return this.#compacting ?? Promise.resolve();
  }

  /** Compacts all that is stored, however short the log is. @throws Error when that was not possible */
  async compactNow(): Promise<void> {
    await this.#compacting;
    const before = this.#contents.history.rows();
    this.#compacting ??= this.#compact().finally(() => {
      this.#compacting = undefined;
    });
    await this.#compacting;
    if ([...this.#contents.history.rows()].some((row) => before.has(row)))
      throw new Error("A room could not be compacted.");
  }

  /** Makes the answer to a step 1 when it is called. @throws Error when `stateVector` is none */
  answer(stateVector: Uint8Array): () => Batch {
    Y.decodeStateVector(stateVector);
    return () => this.#contents.history.answer(stateVector);
  }

  /** A state vector of what is stored, as the question for what else there is. */
  ask(): Uint8Array {
    return step1Frame(this.#contents.stateVector());
  }

  /** Who is here; absent = nobody. */
  everybody(): Batch | undefined {
    return this.#broadcast.everybody();
  }

  /**
   * Judges one frame's update and takes it on its way to the disk; `covered` is called when it is there. `unsure`:
   * nothing was done, since another relay may have stored what seems to be missing.
   */
  take(offer: Offer, covered: () => void): Taken {
    const verdict = this.#judge(offer);
    if (verdict.is === "gap" && !offer.isSecondLook && this.#mayBeInStore()) return "unsure";
    if (verdict.is === "refused") this.log(`An update was refused: ${verdict.why}.`);
    if (verdict.is === "known") this.#confirm(offer.from, covered);
    if (verdict.is === "gap") return this.#takeRest(offer, verdict);
    if (verdict.is !== "new") return verdict.is;
    const noSpace = this.#parts.space.take(this.#parts.name, this.#contents.bytes + offer.update.length);
    if (noSpace) return noSpace;
    verdict.learn();
    this.#store(offer, verdict.reached, covered);
    return "new";
  }

  hearPresence(from: Member, bytes: Uint8Array): void {
    const hasWritten = (client: number): boolean => this.#contents.storedClocks.has(client);
    this.#broadcast.news(this.#presence.hear(from, bytes, hasWritten), true);
  }

  /** Takes what another relay published of this room. Never throws. */
  hearElsewhere(message: Uint8Array): void {
    try {
      const news = readRoomNews(message);
      if (news?.is === "updates") this.#takeStored(news.updates);
      else if (news?.is === "presence") this.#hearPresenceElsewhere(news.news);
      else if (news) this.#channel?.tellPresence(this.#presence.news());
    } catch (error) {
      this.log(`What another relay said was not understood: ${messageOf(error)}`);
      void this.reload();
    }
  }

  /** Reads the store again, and tells the members what was stored elsewhere. Never rejects. */
  reload(): Promise<void> {
    // One that is under way may have read before what is asked for was there.
    if (!this.#nextReload) {
      this.#nextReload = this.#lastReload.then(() => this.#reload());
      this.#lastReload = this.#nextReload;
    }
    return this.#nextReload;
  }

  /** Counts a frame with edits of a member that may not write. */
  countDenied(): void {
    this.#parts.metrics?.framesDenied(1);
  }

  /** A line for the operator, without content. */
  log(line: string): void {
    this.#parts.log(line);
  }

  #isLong(): boolean {
    const { history, lacksFacts } = this.#contents;
    if (history.logLength > this.#compactAbove) return true;
    return !this.#hasFailedToCompact && (history.logBytes > COMPACT_AFTER_BYTES || (lacksFacts && !this.#channel));
  }

  #mayBeInStore(): boolean {
    return this.#channel !== undefined && this.#parts.clock.now() - this.#reloadedAt > RELOAD_AT_MOST_EVERY_MS;
  }

  #judge({ update, from }: Offer): Verdict | { readonly is: "unreadable" } {
    try {
      return this.#contents.judge(update, (client) => this.#isAnothers(client, from));
    } catch (error) {
      this.log(messageOf(error));
      return { is: "unreadable" };
    }
  }

  /**
   * Somebody else who may write is here under this number. What is new under it comes from them: an edit of another
   * would stand in the place of their next one, which would then count as known. Who carries edits of theirs in good
   * faith is asked again when they have sent them, or have gone.
   */
  #isAnothers(client: number, { seat }: Member): boolean {
    const owner = this.#presence.ownerOf(client);
    return owner !== undefined && owner.seat.person !== seat.person && owner.right === "write";
  }

  #takeRest(offer: Offer, { missing, rest }: Extract<Verdict, { is: "gap" }>): Taken {
    offer.from.lack(missing);
    this.#lacking.add(offer.from);
    const update = offer.isAllItHas ? rest() : undefined;
    if (!update) return "gap";
    const restIs = this.take({ ...offer, update, isAllItHas: false, isSecondLook: true }, () => undefined);
    return restIs === "new" || restIs === "known" ? "gap" : restIs;
  }

  /** Calls `covered` when all that was sent before is on disk. */
  #confirm(from: Member, covered: () => void): void {
    this.#parts.groupCommit.add({
      writes: [],
      stored: () => {
        covered();
        this.#broadcast.stored(from);
      },
      failed: (why) => this.#forget(from, why),
    });
  }

  #store({ update, from }: Offer, reached: ReadonlyMap<number, number>, covered: () => void): void {
    const underWay = this.#contents.begin(update);
    this.#parts.groupCommit.add({
      writes: [{ to: "log", room: this.#parts.name, update }],
      stored: ([row]) => {
        this.#contents.end(underWay);
        if (row !== undefined) this.#stored({ row, update }, reached);
        covered();
        this.#broadcast.stored(from);
      },
      failed: (why) => {
        this.#contents.end(underWay);
        this.#forget(from, why);
      },
    });
  }

  #stored(stored: StoredUpdate, reached: ReadonlyMap<number, number>): void {
    this.#isBusy = true;
    // When the store was read meanwhile, it is here already.
    if (!this.#contents.history.has(stored.row)) this.#append(stored, reached);
    this.#channel?.tellUpdate(stored);
  }

  #append(stored: StoredUpdate, reached: Iterable<readonly [number, number]>): void {
    this.#broadcast.edit(this.#contents.append(stored, reached));
    this.#sinceReload?.push(stored);
    this.#askLacking();
  }

  #askLacking(): void {
    const { storedClocks } = this.#contents;
    for (const member of this.#lacking) {
      const isFilled = ({ client, clock, isWithheld }: Missing): boolean =>
        (storedClocks.get(client) ?? 0) > clock || (isWithheld === true && !this.#isAnothers(client, member));
      if (member.askWhenFilled(isFilled)) this.#lacking.delete(member);
    }
  }

  /** The disk did not take what `from` sent: the room is again what the disk has, and the device keeps its edits. */
  #forget(from: Member, why: CloseReason): void {
    this.#contents.forgetGuard();
    from.close(why);
  }

  /** Takes in what another relay has stored. What it builds on is in the store, and on its way here. */
  #takeStored(updates: readonly StoredUpdate[]): void {
    const inOrder = [...this.#early, ...updates].sort((a, b) => a.row - b.row);
    this.#early = inOrder.filter((stored) => {
      if (this.#contents.history.has(stored.row)) return false;
      const reached = this.#contents.believe(stored.update);
      if (reached) this.#append(stored, reached);
      return !reached;
    });
    const [first] = this.#early;
    if (!first) return;
    this.#parts.clock.later(WAIT_FOR_OTHERS_MS, () => {
      if (this.#early.includes(first)) void this.reload();
    });
  }

  #hearPresenceElsewhere(news: readonly PresenceNews[]): void {
    this.#broadcast.news(this.#presence.hearElsewhere(news, this.#parts.clock.now()), false);
  }

  async #reload(): Promise<void> {
    this.#nextReload = undefined;
    const since: StoredUpdate[] = [];
    this.#sinceReload = since;
    try {
      const stored = await this.#parts.store.load(this.#parts.name);
      for (const wire of this.#contents.adopt(stored, since)) this.#broadcast.edit(wire);
      this.#early = this.#early.filter(({ row }) => !this.#contents.history.has(row));
      this.#askLacking();
      this.#isBehindStore = false;
      this.#reloadedAt = this.#parts.clock.now();
    } catch (error) {
      this.#isBehindStore = true;
      this.log(`A room was not read again: ${messageOf(error)}`);
    }
    this.#sinceReload = undefined;
  }

  async #compact(): Promise<void> {
    const { name, store, compact } = this.#parts;
    // Another relay may have compacted: only what is in the store now may be replaced.
    if (this.#channel) await this.reload();
    const { history } = this.#contents;
    const from = history.uncompacted();
    // With no rows to remove, the store could not tell that another relay has compacted meanwhile.
    if (this.#channel && (from.rows.length === 0 || this.#isBehindStore)) return;
    try {
      const snapshot = await compact(from.updates);
      if (await store.compact(name, snapshot, from.rows)) this.#contents.history.compacted(from, snapshot);
      else if (this.#channel) await this.reload();
      this.#compactAbove = COMPACT_AFTER_UPDATES;
      this.#hasFailedToCompact = false;
    } catch (error) {
      this.#compactAbove = history.logLength + COMPACT_AFTER_UPDATES;
      this.#hasFailedToCompact = true;
      this.log(`A room was not compacted and stays as it is: ${messageOf(error)}`);
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "unknown reason";
}
