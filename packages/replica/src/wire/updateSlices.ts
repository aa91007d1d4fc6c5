/** Cuts a large update into small ones, so that nobody who is typing waits until all of it is in the document. */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

export interface UpdateSlice {
  readonly update: Uint8Array;
  /** How many pieces are in it: structs and deletions. */
  readonly pieces: number;
}

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];
type DeleteSet = ReturnType<typeof Y.decodeUpdate>["ds"];

/** What one device did to others' things: from this clock on, so many. */
interface Deletion {
  readonly client: number;
  readonly clock: number;
  readonly len: number;
}

/**
 * V1 updates that together are the same as `update` (V1), to be applied in this order: whatever a slice needs of the
 * update is in it or in one before, and a new entity comes with its fields. What the update deletes comes last, so that
 * words which were replaced are never both gone. `size` is asked for each slice: about how many pieces it may hold.
 * The update is read before this returns, and cut while its slices are taken.
 * @throws Error when `update` is none
 */
export function sliceUpdate(update: Uint8Array, size: () => number): Generator<UpdateSlice> {
  return slicesOf(Y.decodeUpdate(update), size);
}

function* slicesOf({ structs, ds }: ReturnType<typeof Y.decodeUpdate>, size: () => number): Generator<UpdateSlice> {
  let slice = openSlice();
  for (const struct of inOrderOfNeed(structs)) {
    if (slice.isFull(size()) && !slice.mustTake(struct, size())) {
      yield slice.encode();
      slice = openSlice();
    }
    slice.take(struct);
  }
  if (slice.isFull(1)) yield slice.encode();
  const deletions = deletionsOf(ds);
  for (let from = 0; from < deletions.length; ) {
    const part = deletions.slice(from, from + size());
    from += part.length;
    yield { update: encodeUpdate(new Map(), part), pieces: part.length };
  }
}

interface Slice {
  isFull(size: number): boolean;
  /** `true` for a field of an entity that is new in this slice, unless that has very many of them. */
  mustTake(struct: Struct, size: number): boolean;
  take(struct: Struct): void;
  encode(): UpdateSlice;
}

function openSlice(): Slice {
  const structsByClient = new Map<number, Struct[]>();
  let count = 0;
  return {
    isFull: (size) => count >= size,
    mustTake(struct, size) {
      if (count >= 2 * size || !(struct instanceof Y.Item && struct.parent instanceof Y.ID)) return false;
      const [first] = structsByClient.get(struct.parent.client) ?? [];
      return first !== undefined && first.id.clock <= struct.parent.clock;
    },
    take(struct) {
      count += 1;
      const structs = structsByClient.get(struct.id.client);
      if (structs) structs.push(struct);
      else structsByClient.set(struct.id.client, [struct]);
    },
    encode: () => ({ update: encodeUpdate(structsByClient, []), pieces: count }),
  };
}

/** Each client's in the order of their clocks, and what a struct stands beside or in before the struct itself. */
function* inOrderOfNeed(structs: readonly Struct[]): Generator<Struct> {
  const runByClient = new Map<number, { readonly structs: Struct[]; next: number; isOpen: boolean }>();
  for (const struct of structs) {
    const run = runByClient.get(struct.id.client);
    if (run) run.structs.push(struct);
    else runByClient.set(struct.id.client, { structs: [struct], next: 0, isOpen: false });
  }
  for (const client of runByClient.keys()) yield* upTo(client, Number.POSITIVE_INFINITY);

  function* upTo(client: number, clock: number): Generator<Struct> {
    const run = runByClient.get(client);
    // An open run has given everything that others in it may need; in a circle, which no device makes, Yjs will wait.
    if (!run || run.isOpen) return;
    run.isOpen = true;
    for (let struct = run.structs[run.next]; struct && struct.id.clock <= clock; struct = run.structs[run.next]) {
      for (const need of needsOf(struct)) if (need.client !== client) yield* upTo(need.client, need.clock);
      run.next += 1;
      yield struct;
    }
    run.isOpen = false;
  }
}

function needsOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  return [struct.origin, struct.rightOrigin, struct.parent].filter((need): need is Y.ID => need instanceof Y.ID);
}

function deletionsOf({ clients }: DeleteSet): Deletion[] {
  return [...clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, len })));
}

function encodeUpdate(structsByClient: ReadonlyMap<number, readonly Struct[]>, deletions: readonly Deletion[]) {
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, structsByClient.size);
  for (const [client, structs] of structsByClient) {
    encoding.writeVarUint(encoder.restEncoder, structs.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, structs[0]?.id.clock ?? 0);
    for (const struct of structs) struct.write(encoder, 0);
  }
  writeDeletions(encoder, deletions);
  return encoder.toUint8Array();
}

function writeDeletions(encoder: Y.UpdateEncoderV1, deletions: readonly Deletion[]): void {
  const byClient = Map.groupBy(deletions, ({ client }) => client);
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, ranges] of byClient) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
}
