/** How it feels along the way, or along one part of it: the curve, a point for each touchpoint with its word, the moments. */
import { type FeelingLayout, type FeelingPoint, type MomentMarker, typeLook } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { type CSSProperties, useId } from "react";
import { seriesNames, useCustomerTypes } from "../../journey/customerTypes.ts";
import { levelWord, momentWord, namedScale } from "../../journey/feelingWords.ts";
import { useWords } from "../../words/words.ts";

/** From where to where of the sheet, in layout units. */
interface Stretch {
  readonly x: number;
  readonly width: number;
}

interface Props {
  readonly journey: JourneyView;
  readonly feeling: FeelingLayout;
  readonly stretch: Stretch;
  /** What stands in words beside the curve; what the slide says below it stands only once. */
  readonly said: "feelings" | "moments";
}

/** With more points than this the words of the moments would lie on each other. */
const MOST_WITH_WORDS = 10;
/** More than these touch each other at their full size. */
const MANY = 30;
/** From here on, as a part of the stretch, a word would leave it. */
const NEAR_END = 0.86;

/** A person of the room reads the words; what a screen reader reads stands with the touchpoints. */
export function FeelingStrip({ journey, feeling, stretch, said }: Props) {
  const hatch = useId();
  const { band, zeroY, others, gaps } = feeling;
  const isIn = ({ x }: { readonly x: number }) => x >= stretch.x && x <= stretch.x + stretch.width;
  const at = ({ x, y }: { readonly x: number; readonly y: number }): CSSProperties => ({
    left: `${((x - stretch.x) / stretch.width) * 100}%`,
    top: `${((y - band.y) / band.height) * 100}%`,
  });
  const points = feeling.points.filter(isIn);
  return (
    <>
      <Legend feeling={feeling} />
      <div className="present-feeling" data-many={points.length > MANY ? "" : undefined} aria-hidden>
        <svg
          viewBox={`${stretch.x} ${band.y} ${stretch.width} ${band.height}`}
          preserveAspectRatio="none"
          aria-hidden
          focusable="false"
        >
          <line className="present-zero" x1={stretch.x} x2={stretch.x + stretch.width} y1={zeroY} y2={zeroY} />
          {gaps.length > 0 ? (
            <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line className="present-hatch" x1={0} x2={0} y1={0} y2={6} />
            </pattern>
          ) : null}
          {gaps.map((path) => (
            <path key={path} d={path} fill={`url(#${hatch})`} />
          ))}
          {[feeling, ...others.filter(({ series }) => typeLook(series))].flatMap(({ series, spreads }) =>
            spreads.map((path) => (
              <path key={`${series} ${path}`} className="present-spread" data-series={series} d={path} />
            )),
          )}
          {[...others, feeling].flatMap(({ series, curves }) =>
            curves.map((path) => (
              <path
                key={`${series} ${path}`}
                className="present-curve"
                data-series={series}
                strokeDasharray={typeLook(series)?.dashes || undefined}
                d={path}
              />
            )),
          )}
        </svg>
        {others.flatMap(({ series, points: theirs }) =>
          theirs
            .filter(isIn)
            .map((point) => (
              <span
                key={`${series} ${point.touchpoint}`}
                className="present-point"
                data-series={series}
                style={at(point)}
              />
            )),
        )}
        {points.map((point) => (
          <PointOfCurve
            key={point.touchpoint}
            journey={journey}
            point={point}
            series={feeling.series}
            style={at(point)}
            isAtEnd={(point.x - stretch.x) / stretch.width > NEAR_END}
            hasWord={said === "feelings"}
          />
        ))}
        {feeling.markers.filter(isIn).map((marker) => (
          <Moment
            key={marker.touchpoint}
            marker={marker}
            style={at(points.find(({ touchpoint }) => touchpoint === marker.touchpoint) ?? { x: marker.x, y: zeroY })}
            hasWord={said === "moments" && points.length <= MOST_WITH_WORDS}
          />
        ))}
      </div>
    </>
  );
}

/** Whose line is which; nothing where there is one for everybody. */
function Legend({ feeling }: { readonly feeling: FeelingLayout }) {
  const names = seriesNames(useCustomerTypes(), useWords());
  const shown = [feeling, ...feeling.others].filter(({ points }) => points.length > 0).map(({ series }) => series);
  const sides = shown.filter((series) => series !== "everybody" && series in names);
  if (sides.length === 0) return null;
  return (
    <p className="present-legend" aria-hidden>
      {sides.map((side) => (
        <span key={side}>
          <svg viewBox="0 0 26 8" aria-hidden focusable="false">
            <line
              className="present-curve"
              data-series={side}
              strokeDasharray={typeLook(side)?.dashes || undefined}
              x1={1}
              x2={25}
              y1={4}
              y2={4}
            />
          </svg>
          {names[side]}
        </span>
      ))}
    </p>
  );
}

interface PointProps {
  readonly journey: JourneyView;
  readonly point: FeelingPoint;
  readonly series: string;
  readonly style: CSSProperties;
  /** Its word stands before it: behind it there is no room. */
  readonly isAtEnd: boolean;
  readonly hasWord: boolean;
}

function PointOfCurve({ journey, point, series, style, isAtEnd, hasWord }: PointProps) {
  const words = useWords();
  return (
    <span
      className="present-point"
      data-side={sideOf(point.mean)}
      data-series={series}
      data-end={isAtEnd ? "" : undefined}
      style={style}
    >
      {hasWord ? <b>{levelWord(words, point.mean, namedScale(journey))}</b> : null}
    </span>
  );
}

interface MomentProps {
  readonly marker: MomentMarker;
  readonly style: CSSProperties;
  readonly hasWord: boolean;
}

function Moment({ marker, style, hasWord }: MomentProps) {
  const words = useWords();
  return (
    <span className="present-moment" data-way={marker.direction} style={style}>
      <MomentShape direction={marker.direction} value={marker.value} />
      {hasWord ? momentWord(words, marker.value) : null}
    </span>
  );
}

/** Up for value made, down for value destroyed, larger for more of it. */
export function MomentShape({ direction, value }: Pick<MomentMarker, "direction" | "value">) {
  const shapeByDirection = { up: "M0 10L6 0L12 10Z", down: "M0 0L12 0L6 10Z", none: "M0 5L6 0L12 5L6 10Z" };
  const size = 1 + 0.2 * Math.min(3, Math.abs(value));
  return (
    <svg viewBox="0 0 12 10" style={{ width: `${size}em` }} aria-hidden focusable="false">
      <path d={shapeByDirection[direction]} />
    </svg>
  );
}

/** Better than the middle, worse, or neither: as on the map. */
export function sideOf(mean: number): "good" | "bad" | "mid" {
  if (mean > 0.2) return "good";
  return mean < -0.2 ? "bad" : "mid";
}

/** What a value of a moment of truth points to. */
export function directionOf(value: number): MomentMarker["direction"] {
  return value > 0 ? "up" : value < 0 ? "down" : "none";
}

/** Where a phase begins and ends. */
export function stretchOf(phases: readonly { readonly id: Id; readonly x: number; readonly width: number }[], id: Id) {
  return phases.find((phase) => phase.id === id);
}
