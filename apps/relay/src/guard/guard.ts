/**
 * What may enter a room's log. The guard reads an update without building a document, so that a hostile one can harm
 * neither the relay nor anybody the relay would pass it on to.
 *
 * Refused: bytes that are no update, subdocuments, a shared type that is not put under a fresh key of a root or of a type
 * known to be shallow, values nested too deeply, parts that point at themselves. Nested types are what makes a reader's
 * stack overflow; since a type's depth is fixed by the key it was put under, the ids of types are all there is to keep.
 *
 * A part that depends on something the room does not have is a gap: it is not refused, since an honest device may hold
 * such parts, but it does not enter the log, where it would block every reader behind it.
 */
import { limits } from "@sameside/protocol";
import * as Y from "yjs";
import { type GuardFacts, noFacts, readFacts, writeFacts } from "./guardFacts.ts";
import { integrate, type Missing, type Place, type Reach } from "./integrate.ts";
import { type DeletedRun, readUpdate, type Update } from "./readUpdate.ts";
import { writeUpdate } from "./writeUpdate.ts";

export type Verdict =
  /** Everything in it fits. `reached` tells how far each client's history goes with it; `learn` makes it known. */
  | { readonly is: "new"; readonly reached: ReadonlyMap<number, number>; readonly learn: () => void }
  /** The room has all of it already. */
  | { readonly is: "known" }
  /** It depends on `missing`, which the room does not have. `rest` is what does not: an update of its own, if any. */
  | { readonly is: "gap"; readonly missing: Missing; readonly rest: () => Uint8Array | undefined }
  /** No honest device sends this; `why` is for the log, without content. */
  | { readonly is: "refused"; readonly why: string }
  /** The room holds as many shared types as one may. */
  | { readonly is: "full" };

/** A key that is put under a type which is deleted and forgotten: nobody can see it, so it counts as near the root. */
const DEPTH_BELOW_FORGOTTEN = 2;

export class Guard {
  readonly #facts: GuardFacts;
  #typeCount = 0;

  constructor(facts: GuardFacts = noFacts()) {
    this.#facts = facts;
    for (const depthByClock of facts.depthByClockByClient.values()) this.#typeCount += depthByClock.size;
  }

  /**
   * The guard of a room that holds these updates already.
   * @throws Error when one of them is not what a guard let in
   */
  static of(updates: Iterable<Uint8Array>): Guard {
    const guard = new Guard();
    guard.learnAll(updates);
    return guard;
  }

  /** The guard of a snapshot from the facts beside it; `undefined` when they are of another version. @throws Error when they are none */
  static ofFacts(bytes: Uint8Array): Guard | undefined {
    const facts = readFacts(bytes);
    return facts && new Guard(facts);
  }

  /** What it knows, for `ofFacts`. */
  facts(): Uint8Array<ArrayBuffer> {
    return writeFacts(this.#facts);
  }

  /** Learns what the room holds already. @throws Error when it is not what a guard let in */
  learnAll(updates: Iterable<Uint8Array>): void {
    for (const update of updates) {
      const verdict = this.judge(update);
      if (verdict.is === "new") verdict.learn();
      else if (verdict.is !== "known")
        throw new Error(`The stored room cannot be read: an update in it is ${verdict.is}.`);
    }
  }

  /** How far each client's history goes: client → number of clocks. */
  get reached(): ReadonlyMap<number, number> {
    return this.#facts.clockByClient;
  }

  /**
   * Judges an update against what the room has; changes nothing. `isWithheld` names clients of which whoever sends it
   * may bring nothing new: such parts, and what depends on them, are a gap.
   */
  judge(bytes: Uint8Array, isWithheld: (client: number) => boolean = nobody): Verdict {
    const update = readUpdate(bytes);
    if ("refused" in update) return { is: "refused", why: update.refused };
    const reach = integrate(update.structs, this.#facts.clockByClient, isWithheld);
    const clockOf = (client: number): number => reach.reached.get(client) ?? this.#facts.clockByClient.get(client) ?? 0;
    const missing = reach.missing ?? missingForDeletes(update, clockOf);
    if (missing) return { is: "gap", missing, rest: () => writeUpdate(reach.fresh(), deletesWithin(update, clockOf)) };
    const types = this.#judgeTypes(reach.order);
    if ("refused" in types) return { is: "refused", why: types.refused };
    if (this.#typeCount + types.fresh.length > limits.MAX_ROOM_TYPES) return { is: "full" };
    if (reach.reached.size === 0 && this.#knowsDeletes(update)) return { is: "known" };
    return { is: "new", reached: reach.reached, learn: () => this.#learn(update, reach, types.fresh) };
  }

  /**
   * Learns what has been let in, here or by another relay on the same store. `false`, and nothing learned, when it depends
   * on what the room does not have yet.
   * @throws Error when no guard lets it in
   */
  believe(bytes: Uint8Array): boolean {
    const update = readUpdate(bytes);
    if ("refused" in update) throw new Error(`The stored room cannot be read: ${update.refused}.`);
    const reach = integrate(update.structs, this.#facts.clockByClient, nobody);
    const clockOf = (client: number): number => reach.reached.get(client) ?? this.#facts.clockByClient.get(client) ?? 0;
    if (reach.missing ?? missingForDeletes(update, clockOf)) return false;
    for (const { content, id, parent } of reach.order)
      if (content instanceof Y.ContentType) this.#believeType(id, this.#depthUnder(parent, new Map()));
    this.#learn(update, reach, []);
    return true;
  }

  #believeType({ client, clock }: Place, depth: number): void {
    const depthByClock = byClock(this.#facts.depthByClockByClient, client);
    const known = depthByClock.get(clock);
    if (known === undefined) {
      depthByClock.set(clock, depth);
      this.#typeCount += 1;
    } else if (known !== depth) {
      // Somebody told two relays different things: what is under this client's types can lie deeper than it seems.
      for (const other of depthByClock.keys()) depthByClock.set(other, limits.MAX_TYPE_DEPTH);
    }
  }

  /** Finds the depth of every type in the update. `order` has parents before what is put under them. */
  #judgeTypes(order: readonly Y.Item[]): { fresh: readonly TypeDepth[] } | { refused: string } {
    const fresh: TypeDepth[] = [];
    const freshDepthByClock = new Map<number, Map<number, number>>();
    for (const item of order) {
      if (!(item.content instanceof Y.ContentType)) continue;
      // A fresh key: replacing a type would bury the old one with all below it, and lists of types have no keys.
      if (item.origin || item.rightOrigin || item.parentSub === null)
        return { refused: "a shared type is not under a fresh key" };
      const depth = this.#depthUnder(item.parent, freshDepthByClock);
      if (depth > limits.MAX_TYPE_DEPTH) return { refused: "shared types are nested too deeply" };
      const { client, clock } = item.id;
      const known = this.#facts.depthByClockByClient.get(client)?.get(clock);
      if (known === undefined) {
        fresh.push({ client, clock, depth });
        byClock(freshDepthByClock, client).set(clock, depth);
      } else if (known !== depth) return { refused: "a shared type is told twice, in two places" };
    }
    return { fresh };
  }

  /** `parent` is the name of a root, or the place of a type. */
  #depthUnder(parent: unknown, freshDepthByClock: ReadonlyMap<number, ReadonlyMap<number, number>>): number {
    if (!(parent instanceof Y.ID)) return 1;
    const depth =
      this.#facts.depthByClockByClient.get(parent.client)?.get(parent.clock) ??
      freshDepthByClock.get(parent.client)?.get(parent.clock);
    return depth === undefined ? DEPTH_BELOW_FORGOTTEN : depth + 1;
  }

  #knowsDeletes(update: Update): boolean {
    return update.deletes.every((run) =>
      this.#facts.deleted.covers(run.client, { start: run.clock, end: run.clock + run.length }),
    );
  }

  #learn(update: Update, reach: Reach, fresh: readonly TypeDepth[]): void {
    for (const [client, clock] of reach.reached) this.#facts.clockByClient.set(client, clock);
    for (const { client, clock, depth } of fresh) byClock(this.#facts.depthByClockByClient, client).set(clock, depth);
    this.#learnDeletes(update.deletes);
    this.#typeCount += fresh.length;
  }

  #learnDeletes(deletes: readonly DeletedRun[]): void {
    // Most edits replace one value: nothing has to be sorted by client for them.
    const [first] = deletes;
    if (first && deletes.length === 1) this.#facts.deleted.add(first.client, [rangeOf(first)]);
    else
      for (const [client, runs] of Map.groupBy(deletes, (run) => run.client))
        this.#facts.deleted.add(client, runs.map(rangeOf));
  }
}

function rangeOf({ clock, length }: DeletedRun): { start: number; end: number } {
  return { start: clock, end: clock + length };
}

/** What is stored was let in, whoever brought it. */
function nobody(): boolean {
  return false;
}

interface TypeDepth extends Place {
  readonly depth: number;
}

/** A deletion of what the room does not have would strike it the moment it arrives, whoever makes it. */
function missingForDeletes(update: Update, clockOf: (client: number) => number): Place | undefined {
  const beyond = update.deletes.find(({ client, clock, length }) => clock + length > clockOf(client));
  return beyond && { client: beyond.client, clock: beyond.clock + beyond.length - 1 };
}

function deletesWithin(update: Update, clockOf: (client: number) => number): DeletedRun[] {
  return update.deletes.flatMap(({ client, clock, length }) => {
    const within = Math.min(length, clockOf(client) - clock);
    return within > 0 ? [{ client, clock, length: within }] : [];
  });
}

function byClock(depthByClockByClient: Map<number, Map<number, number>>, client: number): Map<number, number> {
  let depthByClock = depthByClockByClient.get(client);
  if (!depthByClock) {
    depthByClock = new Map();
    depthByClockByClient.set(client, depthByClock);
  }
  return depthByClock;
}
