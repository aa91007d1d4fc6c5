/**
 * One open board: its document, this device's copy of it, the people on it, and what can be undone, as stores that
 * React can follow. The document type stays opaque here; only the composition root knows how it is made.
 */
import {
  type Actor,
  type BoardDocument,
  type BoardView,
  type History,
  openBoardReader,
  openHistory,
  type Role,
  readBoard,
} from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import {
  type Answers,
  type Device,
  type KnownWorkshop,
  keepBeside,
  keptBeside,
  type Link,
  lastGoodView,
  openAnswers,
  openReplica,
  type Replica,
  type ReplicaStatus,
} from "@sameside/replica";
import type { Store } from "./store.ts";

export type AsDocument = Parameters<typeof openReplica<BoardDocument, BoardView>>[0]["asDocument"];
export type Others = ReturnType<Replica<BoardDocument, BoardView>["presence"]["others"]>;
export type NameRows = ReturnType<Answers["rows"]>;

export interface LiveBoard {
  readonly workshop: string;
  readonly room: string;
  readonly board: BoardDocument;
  readonly by: Actor;
  readonly history: History;
  readonly view: Store<BoardView>;
  readonly status: Store<ReplicaStatus>;
  /** Everybody else who has this board open now. */
  readonly others: Store<Others>;
  /** The answers of the topic `name`: who goes by which name today. */
  readonly names: Store<NameRows>;
  readonly canUndo: Store<boolean>;
  readonly canRedo: Store<boolean>;
  /** Tells the others where this person's pointer is, in the journey's own units; `null` when it is nowhere. */
  point(journey: string, at: { readonly x: number; readonly y: number } | null): void;
  /** Keeps this person's name for today and tells the table. */
  takeName(name: string): Promise<void>;
  /** Takes in rows that came with a file: names of people who were at this table before. */
  learn(rows: NameRows): void;
  connect(known: KnownWorkshop): void;
  /** A gesture has ended: what it wrote is made safe against a power cut. */
  endGesture(): void;
  /** How the board looked before something stored of it was damaged; `undefined` when nothing was. */
  lastGood(): Promise<BoardView | undefined>;
  /** Everything written so far is on this device's disk. */
  saved(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly device: Device;
  readonly known: KnownWorkshop;
  readonly role: Role;
  readonly asDocument: AsDocument;
}

/** Opens the board of a workshop from this device's disk, and connects when it was shared. */
export async function openLiveBoard({ device, known, role, asDocument }: Options): Promise<LiveBoard> {
  const room = boardRoom(known.id, known.group);
  const by: Actor = { person: device.person, role, now: Date.now };
  const here = { person: device.person, role, cursor: null };
  const answers = await openAnswers(known.id);
  const link = linkOf(known);
  const replica = await openReplica<BoardDocument, BoardView>({
    room,
    asDocument,
    project: readBoard,
    presence: here,
    answers,
    ...(link ? { open: link } : {}),
  });
  const reader = openBoardReader(replica.doc);
  const history = openHistory(replica.doc, by, await keptBeside(room));
  history.subscribe(keepLatest(() => keepBeside(room, history.state())));
  const historyStore = (get: () => boolean): Store<boolean> => ({ get, subscribe: (hear) => history.subscribe(hear) });
  return {
    workshop: known.id,
    room,
    board: replica.doc,
    by,
    history,
    view: { get: () => reader.view(), subscribe: (hear) => reader.subscribe(hear) },
    status: { get: () => replica.status(), subscribe: (hear) => replica.subscribe(hear) },
    others: { get: () => replica.presence.others(), subscribe: (hear) => replica.presence.subscribe(hear) },
    names: { get: () => answers.rows("name"), subscribe: (hear) => answers.subscribe(hear) },
    canUndo: historyStore(() => history.canUndo()),
    canRedo: historyStore(() => history.canRedo()),
    point: (journey, at) => replica.presence.set({ ...here, cursor: at ? { journey, x: at.x, y: at.y } : null }),
    takeName: (name) => answers.put({ topic: "name", person: device.person, item: "today", value: name }),
    learn: (rows) => {
      if (rows.length > 0) answers.wire.heard({ say: "answers", rows: [...rows] });
    },
    connect: (shared) => {
      const next = linkOf(shared);
      if (next) replica.connect(next);
    },
    endGesture: replica.endGesture,
    lastGood: async () => (replica.status().damaged > 0 ? lastGoodView<BoardView>(room) : undefined),
    saved: () => replica.saved(),
    async close() {
      reader.close();
      await replica.close();
      await answers.close();
    },
  };
}

/** Runs `keep` after each call, but never two at a time: what came meanwhile is kept together afterwards. */
function keepLatest(keep: () => Promise<void>): () => void {
  let isKeeping = false;
  let isStale = false;
  const run = async (): Promise<void> => {
    isKeeping = true;
    while (isStale) {
      isStale = false;
      await keep();
    }
    isKeeping = false;
  };
  return () => {
    isStale = true;
    if (!isKeeping) void run();
  };
}

function linkOf(known: KnownWorkshop): Link | undefined {
  const token = known.token ?? known.readToken;
  if (!known.relay || !token) return undefined;
  return { url: `${known.relay.replace(/^http/, "ws")}/sync`, token };
}
