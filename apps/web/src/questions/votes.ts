/** How many people want a question answered: told by the relay as it changes, and never of fewer than three people. */
import { MIN_TALLY_PEOPLE, type QuestionView, upvoteItem } from "@sameside/model";
import { useMemo } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { type Store, useStore } from "../live/store.ts";

export interface Votes {
  /** Votes for a question and for those merged into it; 0 where they are too few to be told. */
  of(question: QuestionView): number;
  /** The items that this person voted for. */
  readonly own: ReadonlySet<string>;
}

export function useVotes(live: LiveBoard, questions: readonly QuestionView[]): Votes {
  const { person } = useStore(live.seat);
  const rows = useStore(live.rows("upvote"));
  const counts = useStore(useMemo(() => openCounts(live, questions), [live, questions]));
  return useMemo(() => {
    const own = rows.filter((row) => row.person === person && row.value === true).map(({ item }) => item);
    return {
      of: ({ id, merged }) =>
        [id, ...merged.map((it) => it.id)].reduce((sum, each) => sum + (counts.get(each) ?? 0), 0),
      own: new Set(own),
    };
  }, [rows, person, counts]);
}

/** Votes by question, of those that may be told; the same object until one of them changes. */
function openCounts(live: LiveBoard, questions: readonly QuestionView[]): Store<ReadonlyMap<string, number>> {
  const ids = questions.flatMap(({ id, merged }) => [id, ...merged.map((it) => it.id)]);
  let last: readonly number[] = [];
  let counts: ReadonlyMap<string, number> = new Map();
  return {
    get() {
      const people = ids.map((id) => live.tally("upvote", upvoteItem(id))?.people ?? 0);
      const told = people.map((count) => (count < MIN_TALLY_PEOPLE ? 0 : count));
      if (told.join() !== last.join()) counts = new Map(ids.map((id, at) => [id, told[at] ?? 0]));
      last = told;
      return counts;
    },
    subscribe: live.rows("upvote").subscribe,
  };
}
