/** A document of the whole workshop that is open beside a page: read by everybody, written by who leads a table. */
import type { DocumentReader } from "@sameside/model";
import { type KnownWorkshop, openReplica, type ReplicaOptions, type ReplicaStatus } from "@sameside/replica";
import { linkOf } from "./ownPlace.ts";
import type { Store } from "./store.ts";

export interface LiveShared<D, V> {
  readonly document: D;
  readonly view: Store<V>;
  readonly status: Store<ReplicaStatus>;
  /** A gesture has ended: what it wrote is made safe against a power cut. */
  endGesture(): void;
  /** The workshop was shared, or its seat is another one. */
  connect(known: KnownWorkshop): void;
  close(): Promise<void>;
}

interface Kind<D, V> extends Pick<ReplicaOptions<D, V>, "room" | "asDocument" | "project"> {
  readonly openReader: (document: D) => DocumentReader<V>;
}

/** Opens it from this device's disk, and connects when the workshop was shared. */
export async function openLiveShared<D, V>(
  known: KnownWorkshop,
  { openReader, ...options }: Kind<D, V>,
): Promise<LiveShared<D, V>> {
  const link = linkOf(known);
  const replica = await openReplica<D, V>({ ...options, ...(link && { open: link }) });
  const reader = openReader(replica.doc);
  return {
    document: replica.doc,
    view: { get: () => reader.view(), subscribe: (hear) => reader.subscribe(hear) },
    status: { get: () => replica.status(), subscribe: (hear) => replica.subscribe(hear) },
    endGesture: replica.endGesture,
    connect(shared) {
      const next = linkOf(shared);
      if (next) replica.connect(next);
    },
    async close() {
      reader.close();
      await replica.close();
    },
  };
}
