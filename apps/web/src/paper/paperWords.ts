/** The words of a picture, from the catalogue and from what the journey says of itself. */
import type { PictureWords } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { momentWord } from "../journey/feelingWords.ts";
import type { Words } from "../words/words.ts";

export function paperWords(words: Words, journey: JourneyView, now: Date): PictureWords {
  const { canvas, paper } = words;
  const { grades, gradeNotes, feelings, laneKinds, variants, untitled } = words.journey;
  const graded = (grade: keyof typeof grades) => paper.legend.grade(grades[grade], gradeNotes[grade]);
  return {
    title: journey.title || untitled,
    about: paper.about(journey.customerType, variants[journey.variant]),
    date: paper.date(now.toLocaleDateString(undefined, { dateStyle: "long" })),
    noName: canvas.noName,
    withdrawn: words.withdrawal.emptied,
    laneName: ({ name, kind }) => name || laneKinds[kind],
    raters: ratersOf(journey, words),
    feelings: [feelings.at(-1) ?? "", feelings[Math.floor(feelings.length / 2)] ?? "", feelings[0] ?? ""],
    momentValue: (value) => momentWord(words, value),
    momentBadge: canvas.momentBadge,
    legend: {
      ...paper.legend,
      grades: { assumed: graded("assumed"), heard: graded("heard"), researched: graded("researched") },
    },
  };
}

/** A curve says its n: how many people of each side it speaks for. */
function ratersOf(journey: JourneyView, { canvas }: Words): readonly string[] {
  const ratings = journey.phases.flatMap((phase) => phase.touchpoints).flatMap((touchpoint) => touchpoint.ratings);
  const count = (isCustomer: boolean) =>
    new Set(ratings.filter(({ role }) => (role === "customer") === isCustomer).map(({ person }) => person)).size;
  const [customers, colleagues] = [count(true), count(false)];
  return [
    ...(customers > 0 ? [canvas.customersRated(customers)] : []),
    ...(colleagues > 0 ? [canvas.colleaguesRated(colleagues)] : []),
  ];
}
