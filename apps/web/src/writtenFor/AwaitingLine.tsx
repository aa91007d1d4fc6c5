/** What somebody wrote down for this person, one after the other: yes, in other words, or no (S0-13). */
import { agreeToCard, type CardView, MAX_TEXT_LENGTH, removeCard, restore } from "@sameside/model";
import { Check, PenLine } from "lucide-react";
import { useMemo, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useStore } from "../live/store.ts";
import { useUnhurried } from "../live/unhurried.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { type Awaiting, awaitingOf } from "./awaiting.ts";
import "./writtenFor.css";

interface Props {
  readonly live: LiveBoard;
  readonly run: (outcome: ReturnType<typeof agreeToCard>) => ReturnType<typeof agreeToCard>;
  readonly editable: boolean;
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
}

export function AwaitingLine(props: Props) {
  const { live } = props;
  const { person } = useStore(live.seat);
  const view = useUnhurried(live.view);
  const awaiting = useMemo(() => awaitingOf(view, person), [view, person]);
  const [said, setSaid] = useState("");
  const [first] = awaiting;
  return (
    <>
      {first ? <Asked key={first.card.id} {...props} {...first} count={awaiting.length} onSay={setSaid} /> : null}
      <output className="ui-only-heard">{said}</output>
    </>
  );
}

interface AskedProps extends Props, Awaiting {
  readonly count: number;
  readonly onSay: (text: string) => void;
}

function Asked({ live, run, editable, nameOf, tell, card, place, count, onSay }: AskedProps) {
  const say = useWords().writtenFor.awaiting;
  const [draft, setDraft] = useState<string | null>(null);
  const agree = (text?: string) => {
    const words = text === undefined ? {} : { text };
    if (run(agreeToCard(live.board, live.by, { card: card.id, ...words })).outcome === "done") onSay(say.agreed);
  };
  const keep = () => {
    const text = (draft ?? "").trim();
    if (text !== "") agree(text);
  };
  return (
    <section className="written-awaiting" aria-label={say.label}>
      <PenLine size={16} aria-hidden />
      <div className="written-words">
        <p className="written-who">
          {say.wrote(nameOf(card.writtenBy ?? ""))}
          {place === "" ? "" : say.at(place)}
          {say.count(count)}
        </p>
        {draft === null ? (
          <blockquote>{card.text}</blockquote>
        ) : (
          <TextField
            label={say.field}
            hideLabel
            value={draft}
            onChange={setDraft}
            onKeyDown={({ key }) => {
              if (key === "Enter") keep();
              if (key === "Escape") setDraft(null);
            }}
            maxLength={MAX_TEXT_LENGTH}
            serif
            autoFocus
          />
        )}
      </div>
      {editable ? (
        <div className="written-acts">
          {draft === null ? (
            <>
              <Button look="primary" icon={<Check size={15} aria-hidden />} onPress={() => agree()}>
                {say.yes}
              </Button>
              <Button onPress={() => setDraft(card.text)}>{say.correct}</Button>
              <Button onPress={() => takeOff({ live, run, tell, card, say })}>{say.no}</Button>
            </>
          ) : (
            <Button look="primary" isDisabled={draft.trim() === ""} onPress={keep}>
              {say.keep}
            </Button>
          )}
        </div>
      ) : (
        <p className="ui-side-quiet">{say.readOnly}</p>
      )}
    </section>
  );
}

interface Off extends Pick<Props, "live" | "run" | "tell"> {
  readonly card: CardView;
  readonly say: { readonly taken: string; readonly bringBack: string };
}

/** It was not said: it goes, and can come back. */
function takeOff({ live, run, tell, card, say }: Off): void {
  const { board, by } = live;
  if (run(removeCard(board, by, { card: card.id })).outcome !== "done") return;
  const act = () => void run(restore(board, by, { collection: "cards", id: card.id }));
  tell({ tone: "news", text: say.taken, action: { label: say.bringBack, act } });
}
