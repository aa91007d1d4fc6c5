/** The person's own rating of one touchpoint: a point on the band that is dragged, or set by the arrow keys. */
import { type FeelingLayout, feelingY, nearestLevel, type Point } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { levelIndex, levelWord, type NamedScale } from "../../journey/feelingWords.ts";
import { useWords } from "../../words/words.ts";
import { followPress } from "../hand/press.ts";

interface Props {
  readonly feeling: FeelingLayout;
  readonly scale: NamedScale;
  readonly x: number;
  readonly id: Id;
  /** The touchpoint's title. */
  readonly touchpoint: string;
  /** −1…+1; undefined when the person has not rated it. */
  readonly value: number | undefined;
  readonly toLayout: (client: Point) => Point;
  /** Whether a drag moves the sheet, as at a press. */
  readonly movesSheet: RefObject<boolean>;
  readonly onRate: (value: number) => void;
  readonly onUnrate: () => void;
}

/** Beside the middle of the column, so that it hides neither the curve's point nor the moment of truth. */
const BESIDE = 62;

export function OwnRating(props: Props) {
  const { feeling, scale, x, id, touchpoint, value, toLayout, movesSheet, onRate, onUnrate } = props;
  const words = useWords();
  const [dragged, setDragged] = useState<number | null>(null);
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);
  const levels = feeling.levels.map((level) => level.value);
  const shown = dragged ?? value;
  const text = shown === undefined ? words.canvas.notRated : levelWord(words, shown, scale);

  const valueAt = ({ clientX, clientY }: globalThis.PointerEvent) =>
    nearestLevel(feeling, toLayout({ x: clientX, y: clientY }).y);
  const rateAt = (at: globalThis.PointerEvent) => {
    const next = valueAt(at);
    if (next !== value) onRate(next);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary || movesSheet.current) return;
    stop.current = followPress(event.currentTarget, event.nativeEvent, {
      restsFirst: true,
      onDrag: (at) => setDragged(valueAt(at)),
      onDrop: rateAt,
      onTap: rateAt,
      onEnd: () => setDragged(null),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = valueByKey(event.key, value, levels);
    if (next === undefined && event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    event.stopPropagation();
    if (next === undefined) onUnrate();
    else if (next !== value) onRate(next);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className="canvas-own"
      data-rating-of={id}
      data-rated={shown === undefined ? undefined : ""}
      data-dragging={dragged === null ? undefined : ""}
      style={{ left: x + BESIDE, top: shown === undefined ? feeling.zeroY : feelingY(feeling, shown) }}
      aria-label={words.canvas.ratingFor(touchpoint)}
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={levels.length}
      aria-valuenow={levelIndex(shown ?? 0, levels) + 1}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onMouseDown={(event) => {
        // Who moves the sheet from here has not turned to the feeling: the keyboard stays where it was.
        if (event.button !== 0 || movesSheet.current) event.preventDefault();
      }}
    >
      <span className="canvas-own-word" aria-hidden>
        {text}
      </span>
    </div>
  );
}

/** From "not rated" the first step leads from the middle of the scale. */
function valueByKey(key: string, value: number | undefined, levels: readonly number[]): number | undefined {
  const now = levelIndex(value ?? 0, levels);
  const last = levels.length - 1;
  const indexByKey: Record<string, number> = {
    ArrowUp: now + 1,
    ArrowRight: now + 1,
    ArrowDown: now - 1,
    ArrowLeft: now - 1,
    Home: 0,
    End: last,
    Enter: now,
    " ": now,
  };
  const index = indexByKey[key];
  return index === undefined ? undefined : levels[Math.max(0, Math.min(last, index))];
}
