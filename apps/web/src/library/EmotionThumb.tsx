/** The emotion curve of a journey as a small picture: where it goes up and down, at a glance. */
import { emotionCurve } from "@sameside/insights";
import type { JourneyView } from "@sameside/model";
import { useWords } from "../words/words.ts";
import { thumbOf } from "./thumb.ts";

const WIDTH = 300;
const HEIGHT = 88;

export function EmotionThumb({
  journey,
  title,
}: {
  readonly journey: JourneyView | undefined;
  readonly title: string;
}) {
  const words = useWords().library;
  const means = journey ? meansOf(journey) : [];
  const { path, points } = thumbOf(means, WIDTH, HEIGHT);
  return (
    <svg
      className="library-thumb"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="xMidYMid meet"
      role="img"
      aria-label={words.curve(title, points.length)}
    >
      <line className="library-thumb-zero" x1="12" x2={WIDTH - 12} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <path className="library-thumb-line" d={path} />
      {points.map((point) => (
        <circle key={point.x} className="library-thumb-dot" data-side={point.side} cx={point.x} cy={point.y} r="4" />
      ))}
    </svg>
  );
}

/** The stored picture of a board may be from an older version of the app: then there is no curve, and no broken page. */
function meansOf(journey: JourneyView): readonly (number | undefined)[] {
  try {
    return emotionCurve(journey).map((point) => point.mean);
  } catch {
    return [];
  }
}
