/** One card: a short text in its lane's tint. */
import { CANVAS_LINES, photosOn, shownText } from "@sameside/layout";
import type { Id } from "@sameside/model";
import type { NodeProps } from "@xyflow/react";
import { Lock, MessageCircle, MessageSquarePlus, Mic, Pencil, PenLine, Text } from "lucide-react";
import { memo, type ReactNode } from "react";
import { CardPhotos } from "../../journey/CardPhotos.tsx";
import { openComments } from "../../journey/commentCount.ts";
import { cardLook } from "../../journey/kindLook.ts";
import { useNameOf } from "../../journey/names.ts";
import { useWords } from "../../words/words.ts";
import type { CardNode as Shape } from "./projection.ts";

export const CardNode = memo(function CardNode({ data }: NodeProps<Shape>) {
  const { card, lines, isSelected } = data;
  const { editing, withdrawal } = useWords();
  return (
    <>
      <div className={`canvas-card ${cardLook(card)}`} data-selected={isSelected ? "" : undefined}>
        <CardText lines={lines}>{card.withdrawn ? <em>{withdrawal.emptied}</em> : shownText(card)}</CardText>
        <CardPhotos card={card} isReached={isSelected} />
        {card.writtenBy === undefined ? null : <WrittenFor author={card.author} />}
        <CardMarks {...data} />
      </div>
      {card.locked ? (
        <span className="canvas-card-lock" title={editing.isLocked} aria-hidden>
          <Lock size={11} />
        </span>
      ) : null}
    </>
  );
});

/** As many lines as were measured; a text that may have more is cut. */
export function CardText({ lines, children }: { readonly lines: number; readonly children: ReactNode }) {
  if (lines < CANVAS_LINES.card) return <span className="canvas-card-text">{children}</span>;
  return (
    <span className="canvas-card-text" style={{ WebkitLineClamp: lines }} data-full>
      {children}
    </span>
  );
}

/** Whose words it is to be, until they say so. */
function WrittenFor({ author }: { readonly author: Id }) {
  const say = useWords().writtenFor;
  const name = useNameOf()(author);
  return (
    <span className="canvas-card-note" title={say.title(name)}>
      <PenLine size={12} aria-hidden />
      <span>{say.mark(name)}</span>
    </span>
  );
}

/** Small signs in the corner for what the inspector has more of. */
function CardMarks({ card }: Shape["data"]) {
  const { canvas: words, comments } = useWords();
  const hasSuggestions = card.suggestions.length > 0;
  const commented = openComments(card);
  // Photos show themselves.
  const files = card.evidence.filter(({ file }) => file !== undefined).length - photosOn(card).length;
  const hasMore = card.authorsText !== undefined || card.body !== "";
  if (!hasSuggestions && commented === 0 && files === 0 && !hasMore) return null;
  return (
    <span className="canvas-card-marks">
      {commented > 0 ? (
        <Mark icon={<MessageCircle size={12} />} title={comments.count(commented)} count={commented} />
      ) : null}
      {files === 0 ? null : <Mark icon={<Mic size={12} />} title={words.sounds(files)} />}
      {card.body === "" ? null : <Mark icon={<Text size={12} />} title={words.longText} />}
      {hasSuggestions ? (
        <Mark icon={<MessageSquarePlus size={12} />} title={words.suggestions(card.suggestions.length)} />
      ) : null}
      {card.authorsText === undefined ? null : <Mark icon={<Pencil size={12} />} title={words.changedByAnother} />}
    </span>
  );
}

interface MarkProps {
  readonly icon: React.ReactNode;
  readonly title: string;
  readonly count?: number;
}

function Mark({ icon, title, count }: MarkProps) {
  return (
    <span className="canvas-mark" role="img" aria-label={title} title={title}>
      {icon}
      {count}
    </span>
  );
}
