/** Which clocks an update is about, without building a document. */
import * as Y from "yjs";

type Place = readonly [client: number, clock: number];

export interface Reach {
  /** The first clock of each client's part. */
  readonly begins: readonly Place[];
  /** How far each client's history goes with it. */
  readonly ends: readonly Place[];
}

/** @throws Error when `update` is none */
export function reachOf(update: Uint8Array): Reach {
  const { from, to } = Y.parseUpdateMeta(update);
  return { begins: [...from], ends: [...to] };
}

/** `true` when it has no parts and no deletions: what a device says that has nothing the other lacks. */
export function isEmpty(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

/** @throws Error when `update` is none */
export function hasDeletes(update: Uint8Array): boolean {
  return Y.decodeUpdate(update).ds.clients.size > 0;
}
