/** A journey, or the part of it that is meant, drawn for paper. */
import { shownCurve, toldAway } from "@sameside/insights";
import { drawJourney, type Picture, partOf } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { useMemo } from "react";
import { type CustomerTypes, useCustomerTypes } from "../journey/customerTypes.ts";
import { type FeelingView, toldApart, useFeelingView } from "../journey/feelingView.ts";
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
  readonly feelings: Pick<FeelingView, "shown" | "gap" | "mayShow">;
  readonly types: CustomerTypes;
}

export function usePicture(journey: JourneyView, part: ReadonlySet<Id>): Picture {
  const words = useWords();
  const types = useCustomerTypes();
  const { shown, gap, mayShow } = useFeelingView();
  return useMemo(
    () => pictureOf({ journey, part, feelings: { shown, gap, mayShow }, types }, words),
    [journey, part, shown, gap, mayShow, types, words],
  );
}

/** The same with the fonts in it, for a file of its own. */
export async function pictureToKeep(drawn: Drawn, words: Words): Promise<Picture> {
  const { svg } = pictureOf(drawn, words);
  const text = svg.replace(/<[^>]*>/g, "");
  return pictureOf(drawn, words, await fontFacesFor(text));
}

function pictureOf({ journey, part, feelings, types }: Drawn, words: Words, fontFaces?: string): Picture {
  const drawn = partOf(journey, part);
  const asShown = { ...feelings, shown: toldApart(feelings.shown), fewest: 1, typeOf: types.placeOf };
  const told = toldAway(drawn, asShown);
  return drawJourney(drawn, {
    words: paperWords(words, drawn, told.shown, types, new Date()),
    curve: shownCurve(drawn, told),
    widthOf: openTextWidth(),
    ...(fontFaces ? { fontFaces } : {}),
  });
}
