/** A journey, or the part of it that is meant, drawn for paper. */
import { type CurveShown, shownCurve } from "@sameside/insights";
import { drawJourney, type Picture, partOf } from "@sameside/layout";
import { type Id, type JourneyView, MIN_TALLY_PEOPLE } from "@sameside/model";
import { useMemo } from "react";
import { type FeelingChoice, useFeelingView } from "../journey/feelingView.ts";
import { openTextWidth } from "../journey/textWidth.ts";
import { useWords, type Words } from "../words/words.ts";
import { fontFacesFor } from "./fontFaces.ts";
import { paperWords } from "./paperWords.ts";

/** What is drawn. */
export interface Drawn {
  readonly journey: JourneyView;
  /** What is meant of it; empty for all. */
  readonly part: ReadonlySet<Id>;
  /** What its feeling lane shows on the screen. */
  readonly feelings: FeelingChoice;
}

export function usePicture(journey: JourneyView, part: ReadonlySet<Id>): Picture {
  const words = useWords();
  const { shown, gap } = useFeelingView();
  return useMemo(
    () => pictureOf({ journey, part, feelings: { shown, gap } }, words),
    [journey, part, shown, gap, words],
  );
}

/** The same with the fonts in it, for a file of its own. */
export async function pictureToKeep(drawn: Drawn, words: Words): Promise<Picture> {
  const { svg } = pictureOf(drawn, words);
  const text = svg.replace(/<[^>]*>/g, "");
  return pictureOf(drawn, words, await fontFacesFor(text));
}

function pictureOf({ journey, part, feelings }: Drawn, words: Words, fontFaces?: string): Picture {
  const drawn = partOf(journey, part);
  const shown = shownOnPaper(drawn, feelings);
  return drawJourney(drawn, {
    words: paperWords(words, drawn, shown, new Date()),
    curve: shownCurve(drawn, { shown, gap: feelings.gap, fewest: shown === "sides" ? MIN_TALLY_PEOPLE : 1 }),
    widthOf: openTextWidth(),
    ...(fontFaces ? { fontFaces } : {}),
  });
}

/** Paper leaves the table: both sides are told apart only where nobody's own feeling can be read off. */
function shownOnPaper(journey: JourneyView, { shown }: FeelingChoice): Extract<CurveShown, string> {
  if (shown !== "sides") return "everybody";
  const ratings = journey.phases.flatMap((phase) => phase.touchpoints).flatMap((touchpoint) => touchpoint.ratings);
  const peopleOf = (isCustomer: boolean) =>
    new Set(ratings.filter(({ role }) => (role === "customer") === isCustomer).map(({ person }) => person)).size;
  return peopleOf(true) >= MIN_TALLY_PEOPLE && peopleOf(false) >= MIN_TALLY_PEOPLE ? "sides" : "everybody";
}
