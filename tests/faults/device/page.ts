/**
 * The page of the fault tests: a replica of small notes, and a burst of edits. It calls `told` (bound by the test, outside
 * of the browser) with what the screen would say; what was told is what must be there afterwards.
 */
import { type Link, openReplica, type Replica } from "@sameside/replica";
import type * as Y from "yjs";

/** What the page told last. `kept`: the number of the last edit that was shown as on this laptop. */
export interface Told {
  readonly made: number;
  readonly kept: number;
  readonly disk: string;
  readonly trouble: string;
  readonly safe: boolean;
  readonly outdated: boolean;
  readonly damaged: number;
  readonly waiting: number;
}

export interface FaultPage {
  open(room: string): Promise<void>;
  /**
   * Makes edits `from`, `from + 1` … in slices of `slice` per task, until `count` are made or the page ends. After every
   * tenth slice it waits until the screen says that all is on this laptop, as it never does while somebody goes on.
   */
  burst(from: number, count: number, slice: number): Promise<void>;
  connect(link: Link): void;
  /** Resolves when what a relay sends behind all else is there: a word in a root of its own. */
  heardLast(): Promise<void>;
  /** All notes. */
  contents(): Record<string, unknown>;
  /** Numbers of all edits in the document. */
  numbers(): number[];
  told(): Told;
  saved(): Promise<void>;
  /** All is on disk, and the log is folded. */
  folded(): Promise<void>;
}

declare global {
  interface Window {
    readonly faults: FaultPage;
    /** Bound by the test. */
    readonly tell?: (told: Told) => Promise<void>;
    /** Put there by the test that closes them. */
    readonly closeConnections?: () => void;
  }
}

let replica: Replica<Y.Doc, number> | undefined;
let made = 0;
let kept = 0;

const page: FaultPage = {
  async open(room) {
    replica = await openReplica<Y.Doc, number>({
      room,
      asDocument: (doc) => doc,
      project: (doc) => doc.getMap("notes").size,
    });
    replica.subscribe(look);
    look();
  },
  async burst(from, count, slice) {
    const notes = opened().doc.getMap<string>("notes");
    for (let done = 0; done < count; done += 1) {
      notes.set(`n${from + done}`, `What edit ${from + done} says`);
      made = from + done;
      if (done % slice === slice - 1) await nextTask();
      if (done % (slice * 10) === slice * 10 - 1) await untilKept();
    }
  },
  connect: (link) => opened().connect(link),
  heardLast() {
    const last = opened().doc.getMap("last");
    if (last.has("word")) return Promise.resolve();
    return new Promise((resolve) => last.observe(() => resolve()));
  },
  contents: () => opened().doc.getMap("notes").toJSON(),
  numbers: () => [...opened().doc.getMap("notes").keys()].map((key) => Number(key.slice(1))),
  told: telling,
  saved: () => opened().saved(),
  folded: () => opened().folded(),
};
Object.assign(window, { faults: page });

function look(): void {
  // "kept" is said of all that is made until then: the screen shows one word for the whole board.
  if (opened().status().disk === "kept") kept = made;
  // Typing is no promise: told is what a person could rely on, or must know.
  if (opened().status().disk !== "typing") void window.tell?.(telling());
}

function untilKept(): Promise<void> {
  const open = opened();
  return new Promise((resolve) => {
    if (open.status().disk === "kept") return resolve();
    const stop = open.subscribe(() => {
      if (open.status().disk !== "kept") return;
      stop();
      resolve();
    });
  });
}

function telling(): Told {
  const { disk, trouble = "", safe, outdated, damaged, waiting } = opened().status();
  return { made, kept, disk, trouble, safe, outdated, damaged, waiting };
}

function opened(): Replica<Y.Doc, number> {
  if (!replica) throw new Error("Open a room first.");
  return replica;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
