/** What people want to know: asked by everybody, voted for by everybody, put in order and answered by who leads (S2-4). */
import { alikeQuestions, queueOf } from "@sameside/insights";
import { type Id, MAX_ANSWER_TEXT_LENGTH, type QuestionsView, type QuestionView, upvoteItem } from "@sameside/model";
import { useEffect, useMemo, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LiveQuestions } from "../live/liveQuestions.ts";
import { useAsked, useOwnQuestions } from "../live/ownQuestions.ts";
import { openValue, useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { SidePanel } from "../ui/SidePanel.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { AlikeQuestions } from "./AlikeQuestions.tsx";
import { QuestionItem } from "./QuestionItem.tsx";
import { useLeadsQuestions } from "./QuestionTaker.tsx";
import { shownQuestions } from "./shownQuestions.ts";
import "./questions.css";
import { openQuestionActs } from "./questionActs.ts";
import { keepResting, restingVotes } from "./restingVotes.ts";
import { useVotes } from "./votes.ts";

interface Props {
  readonly live: LiveBoard;
  readonly questions: { readonly live: LiveQuestions | undefined; readonly open: () => void };
  /** The touchpoint that is selected: a new question is about it. */
  readonly selected: { readonly id: Id; readonly title: string } | undefined;
  /** `undefined` for what is not on this map. */
  readonly titleOf: (touchpoint: Id) => string | undefined;
  readonly nameOf: (person: Id) => string;
  readonly tell: Tell;
  readonly onClose: () => void;
}

const NONE: readonly QuestionView[] = [];
const NOT_OPEN = openValue<QuestionsView | undefined>(undefined);

export function QuestionsPanel(props: Props) {
  const { live, questions, selected, titleOf, nameOf, tell, onClose } = props;
  const words = useWords();
  const say = words.questions;
  const { open } = questions;
  useEffect(open, [open]);
  const view = useStore<QuestionsView | undefined>(questions.live?.view ?? NOT_OPEN);
  const all = useMemo(() => shownQuestions(view?.questions ?? NONE, say.takenBack), [view, say]);
  const votes = useVotes(live, all);
  const queue = useMemo(() => queueOf(all, votes.of), [all, votes]);
  const leads = useLeadsQuestions(live) && questions.live !== undefined && view?.writable === true;
  const acts = leads && questions.live ? openQuestionActs({ live, questions: questions.live, tell, words }) : undefined;
  const ids = useMemo(() => new Set(all.flatMap((it) => [it.id, ...it.merged.map(({ id }) => id)])), [all]);
  const { person } = useStore(live.seat);
  const waiting = useAsked(live).filter((asked) => asked.person === person && !ids.has(asked.id));
  const vote = (question: QuestionView, wants: boolean) => {
    const voter = { workshop: live.workshop, person };
    const items = wants ? [upvoteItem(question.id)] : votes.ownFor(question);
    if (!wants) {
      // None of the questions that stand as one is wanted any more: what rests of them does not come back.
      const group = new Set([question.id, ...question.merged.map(({ id }) => id)]);
      keepResting(voter, new Set([...restingVotes(voter)].filter((id) => !group.has(id))));
    }
    const answers = items.map((item) => live.answer({ topic: "upvote", person, item, value: wants ? true : null }));
    Promise.all(answers).catch(() => tell({ tone: "problem", text: say.notKept }));
  };

  const itemOf = (question: QuestionView) => (
    <QuestionItem
      key={question.id}
      question={question}
      others={queue.open}
      votes={votes}
      onVote={vote}
      titleOf={titleOf}
      nameOf={nameOf}
      acts={acts}
    />
  );
  return (
    <SidePanel title={say.title} closeLabel={say.close} onClose={onClose}>
      {live.by.role === "facilitator" ? null : <Asking live={live} selected={selected} tell={tell} />}
      {waiting.length > 0 ? (
        <section aria-label={say.onTheirWay}>
          <h3 className="questions-heading">{say.onTheirWay}</h3>
          <ul className="questions-list">
            {waiting.map(({ id, text }) => (
              <li key={id} className="questions-item">
                <p className="questions-words">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {acts ? <AlikeQuestions questions={all} find={alikeQuestions} onMerge={acts.merge} /> : null}
      {questions.live === undefined ? <p className="ui-side-quiet">{say.notOpen}</p> : null}
      {view && all.length === 0 && waiting.length === 0 ? <p className="ui-side-quiet">{say.empty}</p> : null}
      {all.length > 0 ? (
        <section aria-label={say.open(queue.open.length)}>
          <h3 className="questions-heading">{say.open(queue.open.length)}</h3>
          {queue.open.length === 0 ? <p className="ui-side-quiet">{say.noneOpen}</p> : null}
          <ol className="questions-list">{queue.open.map(itemOf)}</ol>
        </section>
      ) : null}
      {queue.answered.length > 0 ? (
        <section aria-label={say.answered(queue.answered.length)}>
          <h3 className="questions-heading">{say.answered(queue.answered.length)}</h3>
          <ol className="questions-list">{queue.answered.map(itemOf)}</ol>
        </section>
      ) : null}
    </SidePanel>
  );
}

/** A question of one's own, about what is selected on the map. */
function Asking({ live, selected, tell }: Pick<Props, "live" | "selected" | "tell">) {
  const say = useWords().questions;
  const { left, ask } = useOwnQuestions(live);
  const [text, setText] = useState("");
  if (left === 0) return <p className="ui-side-quiet">{say.noneLeft}</p>;
  const submit = () => {
    const written = text.trim();
    if (written === "") return;
    ask(written, selected?.id).then(
      () => setText(""),
      () => tell({ tone: "problem", text: say.notKept }),
    );
  };
  return (
    <div className="questions-ask">
      <TextField
        label={say.ask}
        placeholder={say.placeholder}
        value={text}
        onChange={setText}
        onKeyDown={({ key, ctrlKey, metaKey }) => {
          if (key === "Enter" && (ctrlKey || metaKey)) submit();
        }}
        rows={2}
        maxLength={MAX_ANSWER_TEXT_LENGTH}
        serif
      />
      <div className="questions-row">
        <Button look="primary" isDisabled={text.trim() === ""} onPress={submit}>
          {say.askIt}
        </Button>
        <span className="ui-side-quiet">{selected ? say.about(selected.title) : say.left(left)}</span>
      </div>
    </div>
  );
}
