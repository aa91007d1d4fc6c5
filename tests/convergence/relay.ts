import { aloneBus, Room } from "@sameside/relay";
import * as Y from "yjs";

export type Relay = ReturnType<typeof openRelay>;

/** The relay's room over a disk that is written when `flush` says so, and that forgets the rest when it is killed. */
export function openRelay(room: string) {
  type Entry = Parameters<ConstructorParameters<typeof Room>[0]["groupCommit"]["add"]>[0];
  let disk: { row: number; update: Uint8Array }[] = [];
  let queue: Entry[] = [];
  let rows = 0;
  const groupCommit = { add: (entry: Entry) => void queue.push(entry) };
  const flush = () => {
    while (queue.length > 0) {
      const entries = queue;
      queue = [];
      for (const entry of entries) {
        const written = entry.writes.map((write) => {
          if (write.to === "log") disk.push({ row: ++rows, update: write.update });
          return rows;
        });
        entry.stored(written);
      }
    }
  };
  const open = () =>
    new Room(
      {
        name: room,
        desk: { join: () => {}, leave: () => {}, hear: () => {}, close: async () => {} },
        groupCommit,
        store: { compact: async () => false, load: async () => ({ snapshot: undefined, log: disk }) },
        space: { take: () => undefined },
        bus: aloneBus(),
        compact: async () => ({ state: new Uint8Array(), facts: undefined }),
        clock: { now: () => 0, later: (_ms, run) => run() },
        log: () => {},
      },
      { snapshot: undefined, log: disk },
    );
  const freshDocument = () => {
    const doc = new Y.Doc();
    for (const { update } of disk) Y.applyUpdate(doc, update);
    return doc;
  };
  const acknowledged = new Map<number, number>();
  const relay = {
    room: open(),
    /** Notes what a device was told is on disk: all that this state vector names. */
    acknowledge(state: Uint8Array) {
      for (const [client, clock] of Y.decodeStateVector(state))
        acknowledged.set(client, Math.max(clock, acknowledged.get(client) ?? 0));
    },
    flush,
    kill() {
      queue = [];
      disk = [...disk];
      relay.room = open();
    },
    freshDocument,
    /** What a device was told is on disk, and is not. */
    lostAcknowledged(onDisk: Y.Doc = freshDocument()): string[] {
      const stored = Y.decodeStateVector(Y.encodeStateVector(onDisk));
      return [...acknowledged].flatMap(([client, clock]) =>
        (stored.get(client) ?? 0) < clock ? [`edits of ${client} were acknowledged and lost`] : [],
      );
    },
  };
  return relay;
}
