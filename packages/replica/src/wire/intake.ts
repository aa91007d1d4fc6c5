/** The way of others' changes into the document: in the order they came, and large ones in slices. */
import * as Y from "yjs";
import { nextTask } from "../nextTask.ts";
import { sliceUpdate, type UpdateSlice } from "./updateSlices.ts";

export interface Intake {
  /**
   * Applies a V1 update: a small one before this returns, unless others wait; of a large one the rest in later tasks.
   * `taken` runs when all of it is in the document. An update that cannot be read is told to the console only.
   */
  take(update: Uint8Array, origin: unknown, taken?: () => void): void;
  /** Runs what must not overtake the updates taken before: at once when none of them waits. */
  inTurn(origin: unknown, work: () => void): void;
  /** What waits from this origin is forgotten; whoever sent it is asked again by its state vector. */
  drop(origin: unknown): void;
  close(): void;
}

/** Work in parts; it ends with the last one. */
interface Waiting {
  readonly origin: unknown;
  readonly parts: { next(): { readonly done?: boolean | undefined } };
}

/** How long the document may be worked on in one task (ms): a key that is pressed meanwhile is shown within a frame or two. */
const TASK_MS = 12;
/** How long one slice should take (ms); a task ends with the slice in which its time is over. */
const SLICE_MS = 6;
/** Smaller updates are applied as they are: cutting one costs about as much as applying it. */
const SLICE_FROM_BYTES = 16 * 1024;
/** Pieces of an update in one slice, at first and at least: every slice has a price of its own. */
const FIRST_SLICE = 500;
const SMALLEST_SLICE = 100;

/**
 * `catchingUp` hears `true` before the first slice of a large update, and `false` when nothing waits: in between the
 * document may lack what a later slice brings, so that whoever shows it had better wait.
 */
export function openIntake(doc: Y.Doc, catchingUp: (is: boolean) => void): Intake {
  let waiting: Waiting[] = [];
  let isWorking = false;
  let isClosed = false;
  let sliceSize = FIRST_SLICE;
  return {
    take: (update, origin, taken) => enqueue({ origin, parts: applying(update, origin, taken) }),
    inTurn: (origin, work) => enqueue({ origin, parts: once(work) }),
    drop(origin) {
      waiting = waiting.filter((one) => one.origin !== origin);
    },
    close() {
      isClosed = true;
      waiting = [];
    },
  };

  function enqueue(one: Waiting): void {
    if (isClosed) return;
    waiting.push(one);
    if (!isWorking) work();
  }

  function work(): void {
    isWorking = true;
    const started = performance.now();
    for (let [first] = waiting; first; [first] = waiting) {
      if (isDone(first)) waiting = waiting.filter((one) => one !== first);
      if (performance.now() - started < TASK_MS) continue;
      void nextTask().then(work);
      return;
    }
    isWorking = false;
    catchingUp(false);
  }

  function* applying(update: Uint8Array, origin: unknown, taken?: () => void): Generator<unknown> {
    if (update.length < SLICE_FROM_BYTES) Y.applyUpdate(doc, update, origin);
    else {
      catchingUp(true);
      const slices = sliceUpdate(update, () => sliceSize);
      // To read a very large one takes as long as several slices.
      yield;
      for (const slice of slices) {
        applyMeasured(slice, origin);
        yield;
      }
    }
    taken?.();
  }

  /** The next slices are as large as fits into a task on this device, with what listens to the document. */
  function applyMeasured({ update, pieces }: UpdateSlice, origin: unknown): void {
    const started = performance.now();
    Y.applyUpdate(doc, update, origin);
    // A few pieces say nothing of many.
    if (pieces < SMALLEST_SLICE) return;
    const fitting = (pieces * SLICE_MS) / Math.max(1, performance.now() - started);
    sliceSize = Math.max(SMALLEST_SLICE, Math.round(Math.min(fitting, 2 * sliceSize)));
  }
}

function once(work: () => void): Waiting["parts"] {
  return {
    next() {
      work();
      return { done: true };
    },
  };
}

/** Does the next part. One that fails is the last of its update, and keeps no other from its turn. */
function isDone({ parts }: Waiting): boolean {
  try {
    return parts.next().done === true;
  } catch (error) {
    console.error("A change of others cannot be read; it is left out", error);
    return true;
  }
}
