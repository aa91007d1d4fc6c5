/** The emotion curve of a journey as a small picture: where it goes up and down, at a glance. */
import { useWords } from "../words/words.ts";
import { thumbOf } from "./thumb.ts";

const WIDTH = 300;
const HEIGHT = 88;

interface Props {
  /** −1…+1 in the journey's order, `undefined` where nothing is told. */
  readonly means: readonly (number | undefined)[];
  readonly title: string;
}

export function EmotionThumb({ means, title }: Props) {
  const words = useWords().journey;
  const { path, points } = thumbOf(means, WIDTH, HEIGHT);
  return (
    <svg
      className="journey-thumb"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid meet"
      role="img"
      aria-label={words.curve(title, points.length)}
    >
      <line className="journey-thumb-zero" x1="12" x2={WIDTH - 12} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <path className="journey-thumb-line" d={path} />
      {points.map((point) => (
        <circle key={point.x} className="journey-thumb-dot" data-side={point.side} cx={point.x} cy={point.y} r="4" />
      ))}
    </svg>
  );
}
