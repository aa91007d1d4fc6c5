/** The words of a picture, from the catalogue and from what the journey says of itself. */
import type { PictureWords } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { momentWord, namedScale, ownFeelingWord } from "../journey/feelingWords.ts";
import { markWords } from "../journey/markWords.ts";
import type { Words } from "../words/words.ts";

/** @param shown whose feelings its curve tells */
export function paperWords(words: Words, journey: JourneyView, shown: "sides" | "everybody", now: Date): PictureWords {
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
    writtenFor: words.writtenFor.onPaper,
    laneName: ({ name, kind }) => name || laneKinds[kind],
    raters: ratersOf(journey, shown, words),
    feelings: [ownFeelingWord(words, 1, scale), ownFeelingWord(words, 0, scale), ownFeelingWord(words, -1, scale)],
    curveMarks: (marks) => markWords(marks, words),
    momentValue: (value) => momentWord(words, value),
    momentBadge: canvas.momentBadge,
    legend: {
      ...paper.legend,
      series: canvas.series,
      grades: { assumed: graded("assumed"), heard: graded("heard"), researched: graded("researched") },
    },
  };
}

/** A curve says its n: how many people it speaks for. */
function ratersOf(journey: JourneyView, shown: "sides" | "everybody", { canvas }: Words): readonly string[] {
  const ratings = journey.phases.flatMap((phase) => phase.touchpoints).flatMap((touchpoint) => touchpoint.ratings);
  const count = (isCounted: (isCustomer: boolean) => boolean) =>
    new Set(ratings.filter(({ role }) => isCounted(role === "customer")).map(({ person }) => person)).size;
  const [customers, colleagues, all] = [count((it) => it), count((it) => !it), count(() => true)];
  if (shown === "everybody") return all === 0 ? [] : [canvas.peopleRated(all)];
  return [canvas.customersRated(customers), canvas.colleaguesRated(colleagues)];
}
