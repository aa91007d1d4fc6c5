/** The heart of the sheet: how it feels, from touchpoint to touchpoint. Drawn behind the nodes. */
import type { FeelingLayout, FeelingPoint } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { memo } from "react";
import { feelingWord } from "../../journey/feelingWords.ts";
import { useWords } from "../../words/words.ts";

interface Props {
  readonly feeling: FeelingLayout;
  readonly journey: JourneyView;
}

export const FeelingBand = memo(function FeelingBand({ feeling, journey }: Props) {
  const { band, zeroY, curves, spreads, points } = feeling;
  const titleById = new Map(journey.phases.flatMap((phase) => phase.touchpoints).map((one) => [one.id, one.title]));
  return (
    <>
      <div className="canvas-wash" style={{ left: band.x, top: band.y, width: band.width, height: band.height }} />
      {/* The list below says the same in words. */}
      <svg className="canvas-curve" width={band.x + band.width} height={band.y + band.height} aria-hidden>
        <line className="canvas-zero" x1={band.x} x2={band.x + band.width} y1={zeroY} y2={zeroY} />
        {spreads.map((path, index) => (
          <path key={runKey(index)} className="canvas-spread" d={path} />
        ))}
        {curves.map((path, index) => (
          <path key={runKey(index)} className="canvas-line" d={path} />
        ))}
        {points.map((point) => (
          <circle
            key={point.touchpoint}
            className={`canvas-point ${signOf(point)}`}
            cx={point.x}
            cy={point.y}
            r={6.5}
          />
        ))}
      </svg>
      <FeelingList points={points} titleById={titleById} />
    </>
  );
});

function FeelingList({
  points,
  titleById,
}: {
  readonly points: readonly FeelingPoint[];
  readonly titleById: ReadonlyMap<string, string>;
}) {
  const words = useWords();
  if (points.length === 0) return null;
  return (
    <ul className="canvas-unseen">
      {points.map(({ touchpoint, mean, n }) => (
        <li key={touchpoint}>
          {words.canvas.meanFeeling(titleById.get(touchpoint) ?? "", feelingWord(words, mean), n)}
        </li>
      ))}
    </ul>
  );
}

/** Runs have no id of their own; their place in the row is what they are. */
function runKey(index: number): string {
  return `run-${index}`;
}

function signOf({ mean }: FeelingPoint): string {
  if (mean > 0.2) return "is-good";
  return mean < -0.2 ? "is-bad" : "is-mid";
}
