/** What a room holds: its stored bytes, what is on its way to the disk, and what the guard knows of both. */
import * as Y from "yjs";
import { Guard, type Verdict } from "../guard/guard.ts";
import { readFactClocks } from "../guard/guardFacts.ts";
import { isEmpty, reachOf } from "../guard/updateReach.ts";
import type { StoredRoom, StoredUpdate } from "../roomStore/roomStore.ts";
import { updateFrame } from "./frames.ts";
import { History } from "./history.ts";
import { toWire } from "./wire.ts";

export class RoomContents {
  #history: History;
  /** Knows what is stored and what is on its way to the disk; absent = nobody has written, or a write failed. */
  #guard: Guard | undefined;
  /** How far the stored history goes: client → number of clocks. */
  #storedClocks: Map<number, number>;
  #stateVector: Uint8Array | undefined;
  readonly #underWay = new Set<{ readonly update: Uint8Array }>();
  #bytesUnderWay = 0;

  /** @throws Error when a part of what is stored is missing */
  constructor(stored: StoredRoom) {
    this.#history = new History(stored);
    this.#storedClocks = this.#history.clocks();
  }

  get history(): History {
    return this.#history;
  }

  get storedClocks(): ReadonlyMap<number, number> {
    return this.#storedClocks;
  }

  /** Bytes stored and on their way to the disk. */
  get bytes(): number {
    return this.#history.bytes + this.#bytesUnderWay;
  }

  /** A snapshot has none that can be read: the room is slow to open. */
  get lacksFacts(): boolean {
    const { snapshot } = this.#history;
    return snapshot !== undefined && !(snapshot.facts && readFactClocks(snapshot.facts));
  }

  stateVector(): Uint8Array {
    this.#stateVector ??= Y.encodeStateVector(this.#storedClocks);
    return this.#stateVector;
  }

  /** `isWithheld`: as of `Guard.judge`. @throws Error when what is stored is not what a guard let in */
  judge(update: Uint8Array, isWithheld: (client: number) => boolean): Verdict {
    // Most who come have nothing to say: for them no guard is made.
    return isEmpty(update) ? { is: "known" } : this.#openGuard().judge(update, isWithheld);
  }

  /** What was under way and failed must be learned no more; the next guard is made of what is there then. */
  forgetGuard(): void {
    this.#guard = undefined;
  }

  /** Notes an update that is on its way to the disk; `end` takes what this answers. */
  begin(update: Uint8Array): { readonly update: Uint8Array } {
    const underWay = { update };
    this.#underWay.add(underWay);
    this.#bytesUnderWay += update.length;
    return underWay;
  }

  end(underWay: { readonly update: Uint8Array }): void {
    if (this.#underWay.delete(underWay)) this.#bytesUnderWay -= underWay.update.length;
  }

  /** Adds an update that is on disk; answers its frame on the wire. */
  append({ row, update }: StoredUpdate, reached: Iterable<readonly [client: number, clocks: number]>): Uint8Array {
    for (const [client, clocks] of reached)
      if (clocks > (this.#storedClocks.get(client) ?? 0)) this.#storedClocks.set(client, clocks);
    this.#stateVector = undefined;
    return this.#history.append(row, update);
  }

  /**
   * Learns what another relay has stored, and answers how far it reaches; `undefined` when it depends on what is not
   * here.
   */
  believe(update: Uint8Array): Iterable<readonly [number, number]> | undefined {
    return this.#openGuard().believe(update) ? reachOf(update).ends : undefined;
  }

  /**
   * Takes what the store has in place of what is here; answers what is new in it, in frames on the wire. `since`: what was stored here after
   * the reading of the store began, which it may have or not.
   * @throws Error when a part of it is missing; then nothing is changed
   */
  adopt(stored: StoredRoom, since: readonly StoredUpdate[]): readonly Uint8Array[] {
    const before = this.#history.rows();
    const history = new History(stored);
    for (const { row, update } of since) if (!history.has(row)) history.append(row, update);
    const clocks = history.clocks();
    const news = [
      ...this.#newInSnapshot(stored.snapshot?.state),
      ...stored.log.filter(({ row }) => !before.has(row)).map(({ update }) => update),
    ];
    this.#history = history;
    this.#storedClocks = clocks;
    this.#stateVector = undefined;
    this.#guard = undefined;
    return news.map((update) => toWire(updateFrame(update)));
  }

  /** What a snapshot that was made elsewhere has beyond what is here. */
  #newInSnapshot(state: Uint8Array | undefined): readonly Uint8Array[] {
    const known = this.#history.snapshot?.state;
    if (!state || (known && Buffer.compare(known, state) === 0)) return [];
    const difference = Y.diffUpdate(state, this.stateVector());
    return isEmpty(difference) ? [] : [difference];
  }

  #openGuard(): Guard {
    this.#guard ??= this.#makeGuard();
    return this.#guard;
  }

  #makeGuard(): Guard {
    const { snapshot } = this.#history;
    const guard = (snapshot?.facts && Guard.ofFacts(snapshot.facts)) ?? guardOf(snapshot?.state);
    for (const update of this.#history.logUpdates())
      if (!guard.believe(update)) throw new Error("The stored room cannot be read: a part is missing.");
    for (const { update } of this.#underWay) guard.believe(update);
    return guard;
  }
}

function guardOf(state: Uint8Array | undefined): Guard {
  const guard = new Guard();
  if (state) guard.believe(state);
  return guard;
}
