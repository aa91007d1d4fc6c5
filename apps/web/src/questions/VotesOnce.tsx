/** A person counts once for questions that were merged, also when they had voted for several of them. */
import { votesOnce } from "@sameside/insights";
import { type QuestionsView, upvoteItem } from "@sameside/model";
import { useEffect } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LiveQuestions } from "../live/liveQuestions.ts";
import { openValue, useStore } from "../live/store.ts";
import { keepResting, restingVotes } from "./restingVotes.ts";

interface Props {
  readonly live: LiveBoard;
  readonly questions: { readonly live: LiveQuestions | undefined; readonly open: () => void };
}

const NOT_OPEN = openValue<QuestionsView | undefined>(undefined);

/** At it as long as the board is open, whether its person looks at the questions or not. */
export function VotesOnce({ live, questions: { live: questions, open } }: Props) {
  const { person } = useStore(live.seat);
  const rows = useStore(live.rows("upvote"));
  const view = useStore<QuestionsView | undefined>(questions?.view ?? NOT_OPEN);
  const own = rows.filter((row) => row.person === person && row.value === true);
  const mayCountTwice = own.length > 1 || restingVotes({ workshop: live.workshop, person }).size > 0;
  useEffect(() => {
    if (mayCountTwice) open();
  }, [mayCountTwice, open]);
  useEffect(() => {
    if (!view || !mayCountTwice) return;
    const voter = { workshop: live.workshop, person };
    const all = view.questions.flatMap((question) => [question, ...question.merged]);
    const items = new Set(rows.filter((row) => row.person === person && row.value === true).map(({ item }) => item));
    const given = new Set(all.map(({ id }) => id).filter((id) => items.has(upvoteItem(id))));
    const { give, takeBack, resting } = votesOnce(view.questions, { given, resting: restingVotes(voter) });
    if (give.length + takeBack.length === 0) return;
    // Noted first: a vote that was taken back without a note would not be given again.
    keepResting(voter, resting);
    const answers = [
      ...give.map((id) => ({ item: upvoteItem(id), value: true })),
      ...takeBack.map((id) => ({ item: upvoteItem(id), value: null })),
    ];
    Promise.all(answers.map((answer) => live.answer({ topic: "upvote", person, ...answer }))).catch((error: unknown) =>
      console.warn("A vote that would count twice could not be changed", error),
    );
  }, [view, rows, person, mayCountTwice, live]);
  return null;
}
