/** What of one's own was taken off the map because it hurts somebody: told to its author alone, on their own device. */
import { readTakenAway } from "@sameside/model";
import { HeartHandshake } from "lucide-react";
import { useMemo, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LiveQuestions } from "../live/liveQuestions.ts";
import { openValue, useStore } from "../live/store.ts";
import { useUnhurried } from "../live/unhurried.ts";
import { Button } from "../ui/Button.tsx";
import { recall, remember } from "../ui/remembered.ts";
import { useWords } from "../words/words.ts";
import "./takenAway.css";

interface Props {
  readonly live: LiveBoard;
  /** `undefined` until somebody wants them. */
  readonly questions: LiveQuestions | undefined;
}

const NO_QUESTIONS = openValue(undefined);

export function TakenAwayLines({ live, questions }: Props) {
  const say = useWords().takenAway;
  const { person } = useStore(live.seat);
  const view = useUnhurried(live.view);
  const asked = useStore<ReturnType<LiveQuestions["view"]["get"]> | undefined>(questions?.view ?? NO_QUESTIONS);
  const key = `taken-away.${live.workshop}.${person}`;
  const [read, setRead] = useState(() => readIn(key));
  // The view is another object whenever the document has changed.
  const onMap = useMemo(() => (view ? readTakenAway(live.board, person) : []), [live, view, person]);
  const ofQuestions = (asked?.takenAway ?? []).filter(({ author }) => author === person);
  const first = [...onMap, ...ofQuestions].find(({ id }) => !read.has(id));
  if (!first) return null;
  const close = () => {
    const next = new Set([...read, first.id]);
    remember(key, [...next].join(" "));
    setRead(next);
  };
  return (
    <section className="taken-away" aria-label={say.label}>
      <HeartHandshake size={18} aria-hidden />
      <div role="status">
        <p>{say.kind}</p>
        <p className="taken-away-yours">
          {say.yours} <q>{first.text}</q>
        </p>
      </div>
      <Button onPress={close}>{say.ok}</Button>
    </section>
  );
}

function readIn(key: string): ReadonlySet<string> {
  return new Set((recall(key) ?? "").split(" ").filter((id) => id !== ""));
}
