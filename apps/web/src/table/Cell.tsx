/** The cards of one lane at one touchpoint, or on a whole phase, as a list. */
import type { CardView } from "@sameside/model";
import { memo } from "react";
import { DRAFT_ID } from "../journey/editing.ts";
import { useWords } from "../words/words.ts";
import { AddButton } from "./AddButton.tsx";
import { CardThing, standingOf } from "./things.tsx";

interface Props {
  readonly parent: string;
  readonly lane: string;
  /** What the lane holds, in the interface's words. */
  readonly kind: string;
  readonly phase: string;
  readonly touchpoint: string;
  /** What the step asks here. */
  readonly prompt: string | undefined;
  readonly cards: readonly CardView[];
  /** The selected and the edited card, where they lie in this cell. */
  readonly selected: string | undefined;
  readonly edited: string | undefined;
  readonly editable: boolean;
}

/** About what a card and the rest of a cell are high, in CSS pixels: the place that is kept for cells out of sight. */
const CARD_HEIGHT = 48;
const REST_HEIGHT = 40;

/** A map has thousands of cells: one renders again only when one of its own cards did change. */
export const Cell = memo(function Cell(props: Props) {
  const { canvas: words, guide } = useWords();
  const { parent, lane, kind, phase, touchpoint, prompt, cards, selected, edited, editable } = props;
  const label = words.addCard(kind, words.place(phase, touchpoint));
  return (
    <div
      className="table-cell"
      style={{ containIntrinsicBlockSize: `auto ${cards.length * CARD_HEIGHT + REST_HEIGHT}px` }}
    >
      {cards.length > 0 ? (
        <ul className="table-cards">
          {cards.map((card) => (
            <li key={card.id}>
              <CardThing
                card={card}
                phase={phase}
                touchpoint={touchpoint}
                standing={standingOf(card.id, selected, edited)}
                editable={editable}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {editable && parent !== DRAFT_ID ? (
        <AddButton
          add="card"
          parent={parent}
          lane={lane}
          prompt={prompt}
          label={prompt ? guide.asked(label, prompt) : label}
        />
      ) : null}
    </div>
  );
}, isSame);

function isSame(a: Props, b: Props): boolean {
  return (
    a.parent === b.parent &&
    a.lane === b.lane &&
    a.kind === b.kind &&
    a.phase === b.phase &&
    a.touchpoint === b.touchpoint &&
    a.prompt === b.prompt &&
    a.selected === b.selected &&
    a.edited === b.edited &&
    a.editable === b.editable &&
    (a.cards === b.cards || (a.cards.length === b.cards.length && a.cards.every((card, at) => card === b.cards[at])))
  );
}
