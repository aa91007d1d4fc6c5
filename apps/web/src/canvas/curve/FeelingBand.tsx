/** The heart of the sheet: how it feels, from touchpoint to touchpoint. Drawn behind the nodes. */
import { type FeelingLayout, type FeelingLine, typeLook } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { memo, useId } from "react";
import { markWords } from "../../journey/markWords.ts";
import { useWords } from "../../words/words.ts";
import { FeelingList } from "./FeelingList.tsx";
import { SeriesPoint } from "./SeriesPoint.tsx";

interface Props {
  readonly feeling: FeelingLayout;
  readonly journey: JourneyView;
}

export const FeelingBand = memo(function FeelingBand({ feeling, journey }: Props) {
  const words = useWords();
  const hatch = useId();
  const { band, zeroY, others, gaps, labels } = feeling;
  return (
    <>
      <div className="canvas-wash" style={{ left: band.x, top: band.y, width: band.width, height: band.height }} />
      {/* The list below says the same in words. */}
      <svg className="canvas-curve" width={band.x + band.width} height={band.y + band.height} aria-hidden>
        <line className="canvas-zero" x1={band.x} x2={band.x + band.width} y1={zeroY} y2={zeroY} />
        {gaps.length > 0 ? (
          <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className="canvas-hatch" x1={0} x2={0} y1={0} y2={6} />
          </pattern>
        ) : null}
        {gaps.map((path, index) => (
          <path key={runKey(index)} className="canvas-gap" d={path} fill={`url(#${hatch})`} />
        ))}
        {others.map((line) => (
          <Series key={line.series} line={line} />
        ))}
        <Series line={feeling} isMain />
        {labels.map((label) => (
          <text
            key={`${label.touchpoint} ${label.marks.join()}`}
            className="canvas-curve-word"
            data-mark={label.marks.join(" ")}
            x={label.x}
            y={label.y}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {markWords(label.marks, words)}
          </text>
        ))}
      </svg>
      <FeelingList feeling={feeling} journey={journey} />
    </>
  );
});

/**
 * One series: its line, its points, and the band from the lowest to the highest; of two sides the first has it, of types
 * of customers each.
 */
function Series({ line, isMain = false }: { readonly line: FeelingLine; readonly isMain?: boolean }) {
  const { series, curves, spreads, points } = line;
  const look = typeLook(series);
  return (
    <g data-series={series} data-main={isMain ? "" : undefined}>
      {isMain || look
        ? spreads.map((path, index) => <path key={runKey(index)} className="canvas-spread" d={path} />)
        : null}
      {curves.map((path, index) => (
        <path key={runKey(index)} className="canvas-line" strokeDasharray={look?.dashes || undefined} d={path} />
      ))}
      {points.map((point) => (
        <SeriesPoint key={point.touchpoint} series={series} {...point} />
      ))}
    </g>
  );
}

/** Runs have no id of their own; their place in the row is what they are. */
function runKey(index: number): string {
  return `run-${index}`;
}
