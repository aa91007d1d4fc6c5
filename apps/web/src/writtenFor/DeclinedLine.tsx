/** What this person wrote for somebody who has said no to it: told kindly, with the way to ask again (S2-6, S0-13). */
import { type Declined, MAX_TEXT_LENGTH, readDeclined, restore, rewordCard, rewordQuote } from "@sameside/model";
import { MessageCircleReply } from "lucide-react";
import { useMemo, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { useUnhurried } from "../live/unhurried.ts";
import { Button } from "../ui/Button.tsx";
import { recall, remember } from "../ui/remembered.ts";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import "./writtenFor.css";

interface Props {
  readonly live: LiveBoard;
  readonly run: (outcome: ReturnType<typeof restore>) => ReturnType<typeof restore>;
  readonly editable: boolean;
  readonly nameOf: (person: string) => string;
}

export function DeclinedLine(props: Props) {
  const { live } = props;
  const { person } = useStore(live.seat);
  const view = useUnhurried(live.view);
  const key = `declined.${live.workshop}.${person}`;
  const [letGo, setLetGo] = useState<ReadonlySet<string>>(() => new Set((recall(key) ?? "").split(" ")));
  // The view is another object whenever the document has changed.
  const declined = useMemo(() => (view ? readDeclined(live.board, person) : []), [live, view, person]);
  const first = declined.find((each) => !letGo.has(nameOfNo(each)));
  if (!first) return null;
  const close = () => {
    const next = new Set([...letGo, nameOfNo(first)]);
    remember(key, [...next].join(" "));
    setLetGo(next);
  };
  return <Told key={nameOfNo(first)} {...props} declined={first} onLetGo={close} />;
}

/** Asked again and declined again is another no. */
function nameOfNo({ id, time }: Declined): string {
  return `${id}@${time}`;
}

interface ToldProps extends Props {
  readonly declined: Declined;
  readonly onLetGo: () => void;
}

function Told({ live, run, editable, nameOf, declined, onLetGo }: ToldProps) {
  const say = useWords().writtenFor.declined;
  const [draft, setDraft] = useState<string | null>(null);
  const name = nameOf(declined.author);
  const askAgain = () => {
    const text = (draft ?? "").trim();
    if (text !== "") for (const again of asAgain(live, declined, text)) run(again());
  };
  return (
    <section className="written-declined" aria-label={say.label}>
      <MessageCircleReply size={16} aria-hidden />
      <div className="written-words">
        <p role="status">{say.said(name)}</p>
        {draft === null ? (
          <blockquote>{declined.text}</blockquote>
        ) : (
          <TextField
            label={say.field(name)}
            hideLabel
            value={draft}
            onChange={setDraft}
            onKeyDown={({ key }) => {
              if (key === "Enter") askAgain();
              if (key === "Escape") setDraft(null);
            }}
            maxLength={MAX_TEXT_LENGTH}
            serif
            autoFocus
          />
        )}
        <p className="written-who">{editable ? say.what(name) : say.readOnly}</p>
      </div>
      <div className="written-acts">
        {draft === null ? (
          <>
            {editable ? <Button onPress={() => setDraft(declined.text)}>{say.correct}</Button> : null}
            <Button onPress={onLetGo}>{say.letGo}</Button>
          </>
        ) : (
          <>
            <Button look="primary" isDisabled={draft.trim() === ""} onPress={askAgain}>
              {say.ask(name)}
            </Button>
            <Button onPress={() => setDraft(null)}>{say.cancel}</Button>
          </>
        )}
      </div>
    </section>
  );
}

/** It stands there again, in other words, and waits for its author's yes: one after the other. */
function asAgain({ board, by }: LiveBoard, { collection, id }: Declined, text: string) {
  return [
    () => restore(board, by, { collection, id }),
    () =>
      collection === "cards" ? rewordCard(board, by, { card: id, text }) : rewordQuote(board, by, { quote: id, text }),
  ];
}
