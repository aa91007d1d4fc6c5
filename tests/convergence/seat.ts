/** One person at a document, with a copy and a history of their own. */
import { type Actor, type Changes, type Outcome, openHistory, type stateOf } from "@sameside/model";
import type * as Y from "yjs";
import type { Random } from "../support/random.ts";
import { type Play, type Subject, takenFrom } from "./subjects/subject.ts";

const UNDO_CHANCE = 0.08;
/** Of what is taken back or done again, the share that is taken back. */
const UNDO_SHARE = 0.7;

export interface Seat<Document, View, Seen> {
  readonly by: Actor;
  readonly document: Document;
  /** The view that follows the changes. */
  live(): View;
  /** The view read anew. */
  fresh(): View;
  /** Does one thing, or takes one back. */
  act(random: Random): Outcome;
  /** Does this on what the person sees, and notes it in their history. */
  run(random: Random, play: Play<Document, Seen>): Outcome;
}

export function openSeat<Document extends Parameters<typeof stateOf>[0], View, Seen>(
  subject: Subject<Document, View, Seen>,
  doc: Y.Doc,
  by: Actor,
): Seat<Document, View, Seen> {
  const document = subject.take(doc);
  const reader = subject.follow(document);
  const history = openHistory(document, by);
  const removed = new Map<string, string[]>();

  function run(random: Random, play: Play<Document, Seen>): Outcome {
    const outcome = play.run(random, document, by, subject.look(reader.view(), removed));
    if (outcome.outcome === "done") {
      history.add(outcome.changes);
      noteRemoved(removed, outcome.changes);
    }
    return outcome;
  }
  return {
    by,
    document,
    live: () => reader.view(),
    fresh: () => subject.read(document),
    act(random) {
      if (random.chance(UNDO_CHANCE)) return random.chance(UNDO_SHARE) ? history.undo() : history.redo();
      return run(random, weighted(random, subject.plays));
    },
    run,
  };
}

function noteRemoved(removed: Map<string, string[]>, { steps }: Changes): void {
  for (const { collection, id, field, after } of steps) {
    if ((field !== "del" && field !== "takenAway") || after !== true) continue;
    const key = field === "del" ? collection : takenFrom(collection);
    const ids = removed.get(key);
    if (ids) ids.push(id);
    else removed.set(key, [id]);
  }
}

function weighted<P extends { readonly weight: number }>(random: Random, plays: readonly P[]): P {
  let left = random.next() * plays.reduce((sum, { weight }) => sum + weight, 0);
  for (const play of plays) {
    left -= play.weight;
    if (left < 0) return play;
  }
  throw new Error("the weights do not add up");
}
