import * as z from "zod";
import { type Actor, type Changes, NOTHING, type Outcome, revert, withoutWithdrawn } from "./changes.ts";
import { COLLECTIONS, type SharedDocument } from "./document.ts";
import type { Id } from "./journey/schema.ts";
import { type Overwritten, overwrittenIn, putBackOverwritten } from "./overwritten.ts";

/** How many gestures can be taken back … */
const MAX_HISTORY = 200;
/** … and how many of them after a reload. */
const MAX_KEPT_HISTORY = 50;

/** Undo and redo of one person's own gestures on one document. */
export interface History {
  /** Notes a command's changes; what was undone can no longer be redone. */
  add(changes: Changes): void;
  /** Puts back the last gesture, where its results still stand as this person left them. */
  undo(): Outcome;
  redo(): Outcome;
  /** What this person wrote last on a thing and an older value took the place of. */
  overwritten(id: Id): readonly Overwritten[];
  /** Writes such a value again. It is a gesture of its own: hand its changes to `add`. */
  putBack(overwritten: Overwritten): Outcome;
  /** Lets go of what somebody has withdrawn, so that it is not kept here either. */
  forgetWithdrawn(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  subscribe(listener: () => void): () => void;
  /** The last gestures as plain data, to be kept on this device and handed to `openHistory` after a reload. */
  state(): unknown;
}

/** @param kept What `state` gave before the page was reloaded; anything else counts as nothing. */
export function openHistory(document: SharedDocument, by: Actor, kept?: unknown): History {
  const earlier = KeptHistory.safeParse(kept).data;
  const done: Changes[] = [...(earlier?.done ?? [])];
  const undone: Changes[] = [...(earlier?.undone ?? [])];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  function step(from: Changes[], to: Changes[]): Outcome {
    let outcome: Outcome = NOTHING;
    // A gesture that others have overwritten since has nothing left to take back: go on to the one before it.
    while (outcome.outcome === "nothing") {
      const changes = from.pop();
      if (!changes) break;
      outcome = revert(document, by, changes);
    }
    if (outcome.outcome === "done") to.push(outcome.changes);
    tell();
    return outcome;
  }

  return {
    add(changes) {
      done.push(changes);
      if (done.length > MAX_HISTORY) done.shift();
      undone.length = 0;
      tell();
    },
    undo: () => step(done, undone),
    redo: () => step(undone, done),
    overwritten: (id) => overwrittenIn(document, by, done, id),
    putBack: (overwritten) => putBackOverwritten(document, by, overwritten),
    forgetWithdrawn() {
      const before = [...done, ...undone].flatMap(({ steps }) => steps).length;
      for (const list of [done, undone])
        list.splice(0, list.length, ...list.flatMap((changes) => withoutWithdrawn(document, changes) ?? []));
      if ([...done, ...undone].flatMap(({ steps }) => steps).length !== before) tell();
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => ({ done: done.slice(-MAX_KEPT_HISTORY), undone: undone.slice(-MAX_KEPT_HISTORY) }),
  };
}

/** A device's store may hold what another version wrote: checked like anything that comes from outside. */
const Value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
  z.object({ min: z.number(), max: z.number() }),
]);
const Gestures = z.array(
  z.object({
    steps: z.array(
      z.object({
        collection: z.enum(Object.values(COLLECTIONS).flat()),
        id: z.string(),
        field: z.string(),
        kind: z.enum(["register", "text"]),
        before: Value,
        after: Value,
        time: z.number().optional(),
        person: z.string().optional(),
      }),
    ),
  }),
);
const KeptHistory = z.object({ done: Gestures, undone: Gestures });
