/** One table's board as who has an eye on all tables follows it: what is on it, who is there, when it changed last. */
import {
  type BoardDocument,
  type BoardReader,
  type BoardView,
  type Contribution,
  openBoardReader,
  readBoard,
  readContributions,
} from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import { type KnownWorkshop, openReplica, type Replica, type ReplicaStatus } from "@sameside/replica";
import type { AsDocuments } from "./documents.ts";
import { linkOf } from "./ownPlace.ts";
import { openSteadyView } from "./steadyView.ts";
import { openValue, type Store } from "./store.ts";

type Others = ReturnType<Replica<BoardDocument, BoardView>["presence"]["others"]>;

export interface LiveTable {
  readonly group: string;
  readonly view: Store<BoardView>;
  readonly status: Store<ReplicaStatus>;
  readonly others: Store<Others>;
  /** When something changed on it, by this device's clock, in ms; `undefined` before the first change heard here. */
  readonly changed: Store<number | undefined>;
  /** Who has written, rated or said something on it, and when. */
  contributions(): readonly Contribution[];
  /** The workshop was shared, or its seat is another one. */
  connect(known: KnownWorkshop): void;
  close(): Promise<void>;
}

/** Opens it from this device's disk, and connects when the workshop was shared. */
export async function openLiveTable(
  known: KnownWorkshop,
  group: string,
  asBoard: AsDocuments["board"],
): Promise<LiveTable> {
  const link = linkOf(known);
  const replica = await openReplica<BoardDocument, BoardView>({
    room: boardRoom(known.id, group),
    asDocument: asBoard,
    project: readBoard,
    ...(link && { open: link }),
  });
  const status: Store<ReplicaStatus> = {
    get: () => replica.status(),
    subscribe: (hear) => replica.subscribe(hear),
  };
  const reader = openBoardReader(replica.doc);
  const changed = openValue<number | undefined>(undefined);
  const contributions = openContributions(replica.doc, reader);
  // What comes in at first is what was said before.
  const stop = reader.subscribe(() => {
    if (!status.get().catchingUp) changed.set(Date.now());
  });
  return {
    group,
    view: openSteadyView(reader, status),
    status,
    others: { get: () => replica.presence.others(), subscribe: (hear) => replica.presence.subscribe(hear) },
    changed,
    contributions,
    connect(shared) {
      const next = linkOf(shared);
      if (next) replica.connect(next);
    },
    async close() {
      stop();
      reader.close();
      await replica.close();
    },
  };
}

/** Read anew only when the board has changed. */
function openContributions(board: BoardDocument, reader: BoardReader): LiveTable["contributions"] {
  let read: { readonly from: BoardView; readonly all: readonly Contribution[] } | undefined;
  return () => {
    const from = reader.view();
    if (read?.from !== from) read = { from, all: readContributions(board) };
    return read.all;
  };
}
