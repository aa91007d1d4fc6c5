/** Two questions that may be one, side by side, one pair at a time: whoever leads decides. */
import type { AlikePair } from "@sameside/insights";
import type { Id, QuestionView } from "@sameside/model";
import { useMemo, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly questions: readonly QuestionView[];
  readonly find: (questions: readonly QuestionView[]) => readonly AlikePair[];
  readonly onMerge: (question: Id, into: Id) => void;
}

export function AlikeQuestions({ questions, find, onMerge }: Props) {
  const say = useWords().questions.alike;
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const pairs = useMemo(() => find(questions), [find, questions]);
  const pair = pairs.find((each) => !apart.has(keyOf(each)));
  if (!pair) return null;
  const { into, question } = pair;
  return (
    <section className="questions-alike" aria-label={say.title}>
      <h3>{say.title}</h3>
      <p className="questions-words">{into.text}</p>
      <p className="questions-words">{question.text}</p>
      <p className="ui-side-quiet">{say.lead}</p>
      <div className="questions-row">
        <Button onPress={() => onMerge(question.id, into.id)}>{say.merge}</Button>
        <Button look="quiet" onPress={() => setApart(new Set([...apart, keyOf(pair)]))}>
          {say.apart}
        </Button>
      </div>
    </section>
  );
}

function keyOf({ into, question }: AlikePair): string {
  return `${into.id}/${question.id}`;
}
