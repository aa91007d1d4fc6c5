/** The words of a picture, from the catalogue and from what the journey says of itself. */
import { TYPE_SERIES, typeSeriesOf } from "@sameside/insights";
import type { PictureWords } from "@sameside/layout";
import type { JourneyView, RatingView } from "@sameside/model";
import { type CustomerTypes, seriesNames } from "../journey/customerTypes.ts";
import { momentWord, namedScale, ownFeelingWord } from "../journey/feelingWords.ts";
import { markWords } from "../journey/markWords.ts";
import type { Words } from "../words/words.ts";

type Shown = "sides" | "types" | "everybody";

/** @param shown whose feelings its curve tells */
export function paperWords(
  words: Words,
  journey: JourneyView,
  shown: Shown,
  types: CustomerTypes,
  now: Date,
): PictureWords {
  const { canvas, paper } = words;
  const { grades, gradeNotes, laneKinds, variants, untitled } = words.journey;
  const scale = namedScale(journey);
  const graded = (grade: keyof typeof grades) => paper.legend.grade(grades[grade], gradeNotes[grade]);
  return {
    title: journey.title || untitled,
    about: paper.about(journey.customerType, variants[journey.variant]),
    date: paper.date(now.toLocaleDateString(undefined, { dateStyle: "long" })),
    noName: canvas.noName,
    withdrawn: words.withdrawal.emptied,
    laneName: ({ name, kind }) => name || laneKinds[kind],
    raters: ratersOf(journey, shown, types, words),
    feelings: [ownFeelingWord(words, 1, scale), ownFeelingWord(words, 0, scale), ownFeelingWord(words, -1, scale)],
    curveMarks: (marks) => markWords(marks, words),
    momentValue: (value) => momentWord(words, value),
    momentBadge: canvas.momentBadge,
    legend: {
      ...paper.legend,
      series: seriesNames(types, words),
      grades: { assumed: graded("assumed"), heard: graded("heard"), researched: graded("researched") },
    },
  };
}

/** A curve says its n: how many people it speaks for. */
function ratersOf(journey: JourneyView, shown: Shown, types: CustomerTypes, words: Words): readonly string[] {
  const { canvas } = words;
  const ratings = journey.phases.flatMap((phase) => phase.touchpoints).flatMap((touchpoint) => touchpoint.ratings);
  const count = (isCounted: (rating: RatingView) => boolean) =>
    new Set(ratings.filter(isCounted).map(({ person }) => person)).size;
  if (shown === "types") {
    const names = seriesNames(types, words);
    return TYPE_SERIES.flatMap((series) => {
      const n = count((rating) => typeSeriesOf(rating, types.placeOf) === series);
      return n === 0 ? [] : [canvas.typeRated(names[series] ?? "", n)];
    });
  }
  const customers = count(({ role }) => role === "customer");
  const colleagues = count(({ role }) => role !== "customer");
  const all = count(() => true);
  if (shown === "everybody") return all === 0 ? [] : [canvas.peopleRated(all)];
  return [canvas.customersRated(customers), canvas.colleaguesRated(colleagues)];
}
