/** One card: a short text in its lane's tint. */
import { shownText } from "@sameside/layout";
import type { NodeProps } from "@xyflow/react";
import { Lock, MessageSquarePlus, Pencil, Text } from "lucide-react";
import { memo } from "react";
import { cardLook } from "../../journey/kindLook.ts";
import { useWords } from "../../words/words.ts";
import type { CardNode as Shape } from "../projection.ts";

export const CardNode = memo(function CardNode({ data }: NodeProps<Shape>) {
  const words = useWords().editing;
  const { card, lines, isSelected } = data;
  return (
    <>
      <div className={`canvas-card ${cardLook(card)}`} data-selected={isSelected ? "" : undefined}>
        <span className="canvas-card-text" style={{ WebkitLineClamp: lines }}>
          {shownText(card)}
        </span>
        <CardMarks {...data} />
      </div>
      {card.locked ? (
        <span className="canvas-card-lock" title={words.isLocked} aria-hidden>
          <Lock size={11} />
        </span>
      ) : null}
    </>
  );
});

/** Small signs in the corner for what the inspector has more of. */
function CardMarks({ card }: Shape["data"]) {
  const words = useWords().canvas;
  const hasSuggestions = card.suggestions.length > 0;
  if (!hasSuggestions && card.authorsText === undefined && card.body === "") return null;
  return (
    <span className="canvas-card-marks">
      {card.body === "" ? null : <Mark icon={<Text size={12} />} title={words.longText} />}
      {hasSuggestions ? (
        <Mark icon={<MessageSquarePlus size={12} />} title={words.suggestions(card.suggestions.length)} />
      ) : null}
      {card.authorsText === undefined ? null : <Mark icon={<Pencil size={12} />} title={words.changedByAnother} />}
    </span>
  );
}

function Mark({ icon, title }: { readonly icon: React.ReactNode; readonly title: string }) {
  return (
    <span role="img" aria-label={title} title={title}>
      {icon}
    </span>
  );
}
