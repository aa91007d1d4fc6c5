/** Who changed what of a card or a touchpoint. Folded away, and not read before somebody asks. */
import type { CardView, TouchpointView } from "@sameside/model";
import { useState } from "react";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";

interface Props {
  readonly desk: Desk;
  readonly subject: CardView | TouchpointView;
}

export function ChangesSection({ desk, subject }: Props) {
  const say = useWords().history.selected;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="board-more" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{say.fold}</summary>
      {isOpen ? desk.changesOf(subject) : null}
    </details>
  );
}
