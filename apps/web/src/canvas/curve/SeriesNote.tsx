/** A curve says whose it is and its n: how many people each series speaks for. */
import { typeSeriesOf } from "@sameside/insights";
import { type FeelingLayout, typeLook } from "@sameside/layout";
import type { JourneyView, RatingView } from "@sameside/model";
import { type CustomerTypes, seriesNames, useCustomerTypes } from "../../journey/customerTypes.ts";
import { useWords, type Words } from "../../words/words.ts";
import { SeriesPoint } from "./SeriesPoint.tsx";

interface Props {
  readonly journey: JourneyView;
  readonly feeling: FeelingLayout;
}

const SIGN = { width: 26, height: 12 };

export function SeriesNote({ journey, feeling }: Props) {
  const words = useWords();
  const types = useCustomerTypes();
  const names = seriesNames(types, words);
  const lines = [feeling, ...feeling.others].filter(({ points }) => points.length > 0);
  if (lines.length === 0) return hasRatings(journey) ? words.canvas.keptApart : words.canvas.nobodyRated;
  const middle = SIGN.height / 2;
  return lines.map(({ series }) => (
    <span key={series} className="canvas-series-note">
      <svg {...SIGN} data-series={series} aria-hidden>
        <path
          className="canvas-line"
          strokeDasharray={typeLook(series)?.dashes || undefined}
          d={`M0 ${middle}H${SIGN.width}`}
        />
        <SeriesPoint series={series} x={SIGN.width / 2} y={middle} mean={1} />
      </svg>
      {noteOf(series, { journey, types, names, words })}
    </span>
  ));
}

interface Noted {
  readonly journey: JourneyView;
  readonly types: CustomerTypes;
  readonly names: Readonly<Record<string, string>>;
  readonly words: Words;
}

function noteOf(series: string, { journey, types, names, words: { canvas } }: Noted): string {
  const count = (isCounted: (rating: RatingView) => boolean) =>
    new Set(
      ratingsOf(journey)
        .filter(isCounted)
        .map(({ person }) => person),
    ).size;
  if (series === "customers") return canvas.customersRated(count(({ role }) => role === "customer"));
  if (series === "colleagues") return canvas.colleaguesRated(count(({ role }) => role !== "customer"));
  if (series === "beside") return canvas.series.beside;
  if (typeLook(series)) {
    const n = count((rating) => typeSeriesOf(rating, types.placeOf) === series);
    return canvas.typeRated(names[series] ?? "", n);
  }
  return canvas.peopleRated(count(() => true));
}

function hasRatings(journey: JourneyView): boolean {
  return ratingsOf(journey).length > 0;
}

function ratingsOf({ phases }: JourneyView): readonly RatingView[] {
  return phases.flatMap((phase) => phase.touchpoints).flatMap(({ ratings }) => ratings);
}
