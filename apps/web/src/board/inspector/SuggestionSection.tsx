/** Other wordings of a card: anybody offers one, its author takes it or leaves it. */
import { type CardView, dismissSuggestion, suggestWording, takeAway, takeSuggestion } from "@sameside/model";
import { HeartHandshake } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";

interface Props {
  readonly desk: Desk;
  readonly card: CardView;
  readonly mine: boolean;
}

export function SuggestionSection({ desk, card, mine }: Props) {
  const words = useWords();
  const say = words.inspector;
  const { board, by, run, editable, nameOf } = desk;
  const leads = by.role === "moderator" || by.role === "facilitator";
  const takeKindly = (id: string) => {
    const thing = { collection: "suggestions", id } as const;
    if (run(takeAway(board, by, thing)).outcome === "done") desk.onTakenAway(thing);
  };
  return (
    <>
      {!mine && editable ? <SuggestForm desk={desk} card={card} /> : null}
      {card.suggestions.length > 0 ? (
        <section className="board-section" aria-label={say.suggestions}>
          <h3 className="ui-label">{say.suggestions}</h3>
          {card.suggestions.map((suggestion) => (
            <div key={suggestion.id} className="board-suggestion">
              <p className="board-words">{suggestion.text}</p>
              <p className="board-quiet">{say.suggestedBy(nameOf(suggestion.author))}</p>
              {mine && editable ? (
                <div className="board-row">
                  <Button look="primary" onPress={() => run(takeSuggestion(board, by, { suggestion: suggestion.id }))}>
                    {say.use}
                  </Button>
                  <Button onPress={() => run(dismissSuggestion(board, by, { suggestion: suggestion.id }))}>
                    {say.leave}
                  </Button>
                </div>
              ) : null}
              {leads && editable && suggestion.author !== by.person ? (
                <IconButton
                  label={words.takenAway.act}
                  icon={<HeartHandshake size={14} aria-hidden />}
                  onPress={() => takeKindly(suggestion.id)}
                />
              ) : null}
            </div>
          ))}
        </section>
      ) : null}
    </>
  );
}

function SuggestForm({ desk, card }: { readonly desk: Desk; readonly card: CardView }) {
  const say = useWords().inspector;
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <div className="board-section">
        <p className="board-quiet">{say.othersWords}</p>
        <Button onPress={() => setText(card.text)}>{say.suggest}</Button>
      </div>
    );
  }
  const send = () => {
    const outcome = desk.run(suggestWording(desk.board, desk.by, { card: card.id, text: text.trim() }));
    if (outcome.outcome !== "refused") setText(null);
  };
  return (
    <div className="board-section">
      <TextField label={say.suggestField} value={text} onChange={setText} rows={2} serif autoFocus />
      <Button look="primary" isDisabled={!text.trim() || text.trim() === card.text} onPress={send}>
        {say.suggestGo}
      </Button>
    </div>
  );
}
