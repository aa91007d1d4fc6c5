/** The mark of a moment of truth: a triangle up for value made, down for value destroyed, its size the value. */
import type { MomentMarker as Marker } from "@sameside/layout";
import { momentWord } from "../../journey/feelingWords.ts";
import { useWords } from "../../words/words.ts";

interface Props {
  readonly marker: Marker;
  readonly touchpoint: string;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
}

/** Height to half of the base: the triangles of the picture are a little wider than high. */
const HALF_BASE = 0.58;

export function MomentMarker({ marker, touchpoint, isSelected, onOpen }: Props) {
  const words = useWords();
  const { x, y, labelY, size, direction, value } = marker;
  const word = momentWord(words, value);
  const half = size * HALF_BASE;
  const top = direction === "up";
  return (
    <button
      type="button"
      className={`canvas-moment is-${direction}`}
      data-selected={isSelected ? "" : undefined}
      style={{ left: x, top: Math.min(y - size / 2, labelY - 8) }}
      aria-label={words.canvas.momentMark(touchpoint, word)}
      onClick={onOpen}
    >
      {top ? <span>{word}</span> : null}
      <svg width={half * 2} height={size} aria-hidden>
        <path d={shapeOf(direction, half, size)} />
      </svg>
      {top ? null : <span>{word}</span>}
    </button>
  );
}

function shapeOf(direction: Marker["direction"], half: number, size: number): string {
  if (direction === "up") return `M0 ${size}L${half} 0L${half * 2} ${size}Z`;
  if (direction === "down") return `M0 0L${half * 2} 0L${half} ${size}Z`;
  return `M0 ${size / 2}L${half} 0L${half * 2} ${size / 2}L${half} ${size}Z`;
}
