/** One question: its words, those merged into it, who wants to know it, and what was answered. */
import { type Id, MAX_TEXT_LENGTH, QUESTION_PRIORITIES, type QuestionView } from "@sameside/model";
import { Ellipsis, ThumbsUp } from "lucide-react";
import { useState } from "react";
import { ToggleButton } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import { Menu, type MenuAction } from "../ui/Menu.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords, type Words } from "../words/words.ts";
import type { QuestionActs } from "./questionActs.ts";
import type { Votes } from "./votes.ts";

interface Props {
  readonly question: QuestionView;
  /** The open ones, in their order. */
  readonly others: readonly QuestionView[];
  readonly votes: Votes;
  readonly onVote: (question: QuestionView, wants: boolean) => void;
  readonly titleOf: (touchpoint: Id) => string | undefined;
  readonly nameOf: (person: Id) => string;
  /** Absent for who does not lead. */
  readonly acts: QuestionActs | undefined;
}

export function QuestionItem({ question, others, votes, onVote, titleOf, nameOf, acts }: Props) {
  const words = useWords();
  const say = words.questions;
  const { id, text, author, askedFrom, answered, merged, priority } = question;
  const [isAnswering, setAnswering] = useState(false);
  const title = askedFrom === undefined ? undefined : titleOf(askedFrom);
  const isWanted = votes.ownFor(question).length > 0;
  const count = votes.of(question);
  const landing = (place: string | undefined) =>
    place === undefined ? say.answering.landsElsewhere : say.answering.lands(place);
  return (
    <li className="questions-item" data-question-id={id}>
      <div className="questions-top">
        <p className="questions-words">{text}</p>
        {acts ? (
          <Menu label={say.more(text)} actions={menuOf(question, others, acts, words, () => setAnswering(true))}>
            <Ellipsis size={16} aria-hidden />
          </Menu>
        ) : null}
      </div>
      <p className="ui-side-quiet">{[say.by(nameOf(author)), title && say.about(title)].filter(Boolean).join(" · ")}</p>
      {merged.length > 0 ? (
        <div className="questions-merged">
          <p className="ui-side-quiet">{say.alsoAsked(merged.length)}</p>
          <ul>
            {merged.map((it) => (
              <li key={it.id}>
                <span className="questions-words">{it.text}</span>
                {acts ? (
                  <Button look="quiet" aria-label={say.unmergeName(it.text)} onPress={() => acts.unmerge(it.id)}>
                    {say.unmerge}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {answered ? (
        <blockquote className="questions-answer">{answered.text}</blockquote>
      ) : (
        <div className="questions-row">
          <ToggleButton
            className="ui-chip ui-chip-button questions-vote"
            aria-label={say.vote.name(text)}
            isSelected={isWanted}
            onChange={(wants) => onVote(question, wants)}
          >
            <ThumbsUp size={14} aria-hidden />
            {say.vote.give}
          </ToggleButton>
          {count > 0 ? <span className="questions-count">{say.vote.count(count)}</span> : null}
          {priority === "normal" ? null : <span className="ui-chip">{say.priority[priority]}</span>}
        </div>
      )}
      {acts && !answered && votes.mayCountTwice(question) ? (
        <p className="ui-side-quiet">{say.vote.mayCountTwice}</p>
      ) : null}
      {isAnswering && acts ? (
        <Answering
          lands={askedFrom === undefined ? say.answering.nowhere : landing(title)}
          onKeep={(answer) => {
            if (acts.answer(question, answer)) setAnswering(false);
          }}
          onClose={() => setAnswering(false)}
        />
      ) : null}
    </li>
  );
}

interface AnsweringProps {
  /** Where the answer is kept. */
  readonly lands: string;
  readonly onKeep: (text: string) => void;
  readonly onClose: () => void;
}

function Answering({ lands, onKeep, onClose }: AnsweringProps) {
  const words = useWords();
  const say = words.questions.answering;
  const [text, setText] = useState("");
  const keep = () => {
    if (text.trim() !== "") onKeep(text.trim());
  };
  return (
    <div className="questions-ask">
      <TextField
        label={say.field}
        hint={lands}
        value={text}
        onChange={setText}
        onKeyDown={({ key, ctrlKey, metaKey }) => {
          if (key === "Enter" && (ctrlKey || metaKey)) keep();
          if (key === "Escape") onClose();
        }}
        rows={3}
        maxLength={MAX_TEXT_LENGTH}
        serif
        autoFocus
      />
      <div className="questions-row">
        <Button look="primary" isDisabled={text.trim() === ""} onPress={keep}>
          {say.save}
        </Button>
        <Button onPress={onClose}>{words.app.cancel}</Button>
      </div>
    </div>
  );
}

function menuOf(
  { id, answered, priority }: QuestionView,
  others: readonly QuestionView[],
  acts: QuestionActs,
  words: Words,
  answer: () => void,
): readonly MenuAction[] {
  const say = words.questions;
  const aside: MenuAction = { id: "aside", label: say.setAside, parted: true, act: () => acts.setAside(id) };
  const away: MenuAction = { id: "take-away", label: words.takenAway.act, act: () => acts.takeAway(id) };
  if (answered) return [{ id: "reopen", label: say.reopen, act: () => acts.reopen(id) }, aside, away];
  const put = { first: say.putFirst, normal: say.putNormal, later: say.putLater };
  return [
    { id: "answer", label: say.answer, act: answer },
    ...QUESTION_PRIORITIES.map(
      (each, at): MenuAction => ({
        id: `put-${each}`,
        label: put[each],
        chosen: each === priority,
        parted: at === 0,
        act: () => acts.prioritize(id, each),
      }),
    ),
    ...others
      .filter((other) => other.id !== id)
      .map(
        (other, at): MenuAction => ({
          id: `into-${other.id}`,
          label: say.mergeInto(other.text),
          parted: at === 0,
          act: () => acts.merge(id, other.id),
        }),
      ),
    aside,
    away,
  ];
}
