/** How many people want a question answered: told by the relay as it changes, and never of fewer than three people. */
import { MIN_TALLY_PEOPLE, type QuestionView, upvoteItem } from "@sameside/model";
import { useMemo } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { type Store, useStore } from "../live/store.ts";

export interface Votes {
  /** Votes for a question and for those merged into it; 0 where they are too few to be told. */
  of(question: QuestionView): number;
  /** Whether somebody may count twice in it for a while: votes for several of those that stand as one are told. */
  mayCountTwice(question: QuestionView): boolean;
  /** Of a question and those merged into it, the items that this person voted for. */
  ownFor(question: QuestionView): readonly string[];
}

export function useVotes(live: LiveBoard, questions: readonly QuestionView[]): Votes {
  const { person } = useStore(live.seat);
  const rows = useStore(live.rows("upvote"));
  const counts = useStore(useMemo(() => openCounts(live, questions), [live, questions]));
  return useMemo(() => {
    const own = new Set(rows.filter((row) => row.person === person && row.value === true).map(({ item }) => item));
    return {
      of: (question) => idsIn(question).reduce((sum, each) => sum + (counts.get(each) ?? 0), 0),
      mayCountTwice: (question) => idsIn(question).filter((each) => (counts.get(each) ?? 0) > 0).length > 1,
      ownFor: (question) =>
        idsIn(question)
          .map(upvoteItem)
          .filter((item) => own.has(item)),
    };
  }, [rows, person, counts]);
}

function idsIn({ id, merged }: QuestionView): readonly string[] {
  return [id, ...merged.map((it) => it.id)];
}

/** Votes by question, of those that may be told; the same object until one of them changes. */
function openCounts(live: LiveBoard, questions: readonly QuestionView[]): Store<ReadonlyMap<string, number>> {
  const ids = questions.flatMap(idsIn);
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
