/** A curve says whose it is and its n: how many people each series speaks for. */
import type { FeelingLayout } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { useWords, type Words } from "../../words/words.ts";
import { SeriesPoint } from "./SeriesPoint.tsx";

interface Props {
  readonly journey: JourneyView;
  readonly feeling: FeelingLayout;
}

const SIGN = { width: 26, height: 12 };

export function SeriesNote({ journey, feeling }: Props) {
  const words = useWords();
  const lines = [feeling, ...feeling.others].filter(({ points }) => points.length > 0);
  if (lines.length === 0) return words.canvas.nobodyRated;
  const middle = SIGN.height / 2;
  return lines.map(({ series }) => (
    <span key={series} className="canvas-series-note">
      <svg {...SIGN} data-series={series} aria-hidden>
        <path className="canvas-line" d={`M0 ${middle}H${SIGN.width}`} />
        <SeriesPoint series={series} x={SIGN.width / 2} y={middle} mean={1} />
      </svg>
      {noteOf(series, journey, words)}
    </span>
  ));
}

export function seriesName(series: string, { canvas }: Words): string {
  return new Map(Object.entries<string>(canvas.series)).get(series) ?? canvas.series.everybody;
}

function noteOf(series: string, journey: JourneyView, { canvas }: Words): string {
  const ratings = journey.phases.flatMap((phase) => phase.touchpoints).flatMap((touchpoint) => touchpoint.ratings);
  const count = (isCounted: (isCustomer: boolean) => boolean) =>
    new Set(ratings.filter(({ role }) => isCounted(role === "customer")).map(({ person }) => person)).size;
  if (series === "customers") return canvas.customersRated(count((isCustomer) => isCustomer));
  if (series === "colleagues") return canvas.colleaguesRated(count((isCustomer) => !isCustomer));
  return series === "beside" ? canvas.series.beside : canvas.peopleRated(count(() => true));
}
