/** The verbatim log of a table (S0-10): written without leaving the keyboard, and sent from there onto the map. */
import type { Id, Outcome, QuoteView } from "@sameside/model";
import { useMemo, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useUnhurried } from "../live/unhurried.ts";
import { SidePanel } from "../ui/SidePanel.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import "./listen.css";
import { QuoteForm } from "./QuoteForm.tsx";
import { QuoteItem } from "./QuoteItem.tsx";

export interface QuotesProps {
  readonly live: LiveBoard;
  readonly run: <T>(outcome: Outcome<T>) => Outcome<T>;
  readonly editable: boolean;
  readonly nameOf: (person: Id) => string;
  /** The table's name; "" where it has none. */
  readonly table: string;
  /** Touchpoints of all maps, in journey order. */
  readonly places: readonly { readonly id: Id; readonly title: string }[];
  /** The one that is selected. */
  readonly selected: { readonly id: Id; readonly title: string } | undefined;
  readonly tell: Tell;
}

const NONE: readonly QuoteView[] = [];

export function QuotesPanel({ onClose, ...props }: QuotesProps & { readonly onClose: () => void }) {
  const say = useWords().listen.quotes;
  const { live, editable } = props;
  const quotes = useUnhurried(live.view).quotes ?? NONE;
  const lastFirst = useMemo(() => quotes.toReversed(), [quotes]);
  const [said, announce] = useState("");
  return (
    <SidePanel title={say.title} closeLabel={say.close} onClose={onClose}>
      {editable ? <QuoteForm {...props} count={quotes.length} onSay={announce} /> : null}
      {quotes.length === 0 ? <p className="ui-side-quiet">{say.empty}</p> : null}
      {quotes.length > 0 && editable ? <p className="ui-side-quiet">{say.drag}</p> : null}
      {quotes.length > 0 ? (
        <ol className="listen-topics" aria-label={say.list}>
          {lastFirst.map((quote) => (
            <QuoteItem key={quote.id} {...props} quote={quote} onSay={announce} />
          ))}
        </ol>
      ) : null}
      <output className="ui-only-heard" aria-live="polite">
        {said}
      </output>
    </SidePanel>
  );
}
