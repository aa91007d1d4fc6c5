/** Walks the parts of an update in the order in which a reader can take them in, without a document. */
import * as Y from "yjs";

type Struct = Y.Item | Y.GC | Y.Skip;

/** The place of one part of a document: what `client` made as its `clock`-th piece. */
export interface Place {
  readonly client: number;
  readonly clock: number;
}

/** What a part waits for. */
export interface Missing extends Place {
  /** It may only come from its own device, which is there to bring it. */
  readonly isWithheld?: true;
}

export interface Reach {
  /** What the first part that cannot be taken in waits for; absent = all parts can. */
  readonly missing: Missing | undefined;
  /** Clients whose history goes further with this update, and how far: client → number of clocks. */
  readonly reached: ReadonlyMap<number, number>;
  /** The items that can be taken in, each after all it depends on. */
  readonly order: readonly Y.Item[];
  /** The parts that can be taken in and that the room does not have, per client and without a hole. */
  readonly fresh: () => readonly (readonly (Y.Item | Y.GC)[])[];
}

/**
 * Takes in all parts that can be: those before which nothing is missing, and which do not wait for each other in a
 * circle. `clockByClient` tells how far the room's history goes, `isWithheld` of which clients nothing new is taken.
 * Linear in the number of parts.
 */
export function integrate(
  structs: readonly Struct[],
  clockByClient: ReadonlyMap<number, number>,
  isWithheld: (client: number) => boolean,
): Reach {
  const queueByClient = queues(structs);
  const reached = new Map<number, number>();
  const order: Y.Item[] = [];
  let missingFirst: Missing | undefined;
  const isFresh = ({ id, length }: Y.Item | Y.GC) => id.clock + length > (clockByClient.get(id.client) ?? 0);
  for (const [client, queue] of queueByClient) {
    if (!isWithheld(client) || !queue.structs.some(isFresh)) continue;
    queue.isStuck = true;
    missingFirst ??= { client, clock: clockByClient.get(client) ?? 0, isWithheld: true };
  }
  const clockOf = (client: number): number => reached.get(client) ?? clockByClient.get(client) ?? 0;

  for (const first of queueByClient.values()) {
    /** Each queue but the last waits for a part of the next one. */
    const waiting: Queue[] = first.isStuck ? [] : [first];
    first.isInChain = true;
    for (let queue = waiting.at(-1); queue !== undefined; queue = waiting.at(-1)) {
      const struct = queue.structs[queue.next];
      if (struct === undefined) {
        waiting.pop();
        continue;
      }
      const missing = firstMissing(struct, clockOf);
      const awaited = missing && queueByClient.get(missing.client);
      if (missing && !canAdvance(awaited)) {
        missingFirst ??= missing;
        for (const stuck of waiting.splice(0)) stuck.isStuck = true;
      } else if (awaited) {
        awaited.isInChain = true;
        waiting.push(awaited);
      } else {
        take(struct, clockOf, reached, order);
        queue.next += 1;
        if (waiting.length === 1) continue;
        // Whoever waits for this client looks again whether this was the part.
        queue.isInChain = false;
        waiting.pop();
      }
    }
  }
  const fresh = () =>
    [...queueByClient.values()]
      .map(({ structs: own, next }) => own.slice(0, next).filter(isFresh))
      .filter((own) => own.length > 0);
  return { missing: missingFirst, reached, order, fresh };
}

interface Queue {
  readonly structs: (Y.Item | Y.GC)[];
  next: number;
  /** It is one of `waiting`: to wait for it again would be a circle. */
  isInChain: boolean;
  isStuck: boolean;
}

function canAdvance(queue: Queue | undefined): boolean {
  return queue !== undefined && !queue.isInChain && !queue.isStuck && queue.next < queue.structs.length;
}

function take(
  struct: Y.Item | Y.GC,
  clockOf: (client: number) => number,
  reached: Map<number, number>,
  order: Y.Item[],
): void {
  const end = struct.id.clock + struct.length;
  if (end > clockOf(struct.id.client)) reached.set(struct.id.client, end);
  if (struct instanceof Y.Item) order.push(struct);
}

/** The parts of each client; what is skipped shows by itself as a missing clock. */
function queues(structs: readonly Struct[]): Map<number, Queue> {
  const queueByClient = new Map<number, Queue>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const queue = queueByClient.get(struct.id.client);
    if (queue) queue.structs.push(struct);
    else queueByClient.set(struct.id.client, { structs: [struct], next: 0, isInChain: false, isStuck: false });
  }
  return queueByClient;
}

function firstMissing(struct: Y.Item | Y.GC, clockOf: (client: number) => number): Place | undefined {
  const { client, clock } = struct.id;
  if (clock > clockOf(client)) return { client, clock: clock - 1 };
  if (!(struct instanceof Y.Item)) return undefined;
  return (
    whenMissing(struct.origin, clockOf) ??
    whenMissing(struct.rightOrigin, clockOf) ??
    whenMissing(struct.parent, clockOf)
  );
}

function whenMissing(place: unknown, clockOf: (client: number) => number): Place | undefined {
  const isMissing = place instanceof Y.ID && place.clock >= clockOf(place.client);
  return isMissing ? { client: place.client, clock: place.clock } : undefined;
}
