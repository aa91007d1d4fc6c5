/** A journey, or the part of it that is meant, drawn for paper. */
import { emotionCurve } from "@sameside/insights";
import { drawJourney, type Picture, partOf } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { useMemo } from "react";
import { openTextWidth } from "../journey/textWidth.ts";
import { useWords, type Words } from "../words/words.ts";
import { fontFacesFor } from "./fontFaces.ts";
import { paperWords } from "./paperWords.ts";

/** @param part what is meant of it; empty for all */
export function usePicture(journey: JourneyView, part: ReadonlySet<Id>): Picture {
  const words = useWords();
  return useMemo(() => pictureOf(journey, part, words), [journey, part, words]);
}

/** The same with the fonts in it, for a file of its own. */
export async function pictureToKeep(journey: JourneyView, part: ReadonlySet<Id>, words: Words): Promise<Picture> {
  const { svg } = pictureOf(journey, part, words);
  const text = svg.replace(/<[^>]*>/g, "");
  return pictureOf(journey, part, words, await fontFacesFor(text));
}

function pictureOf(journey: JourneyView, part: ReadonlySet<Id>, words: Words, fontFaces?: string): Picture {
  const shown = partOf(journey, part);
  return drawJourney(shown, {
    words: paperWords(words, shown, new Date()),
    curve: emotionCurve(shown),
    widthOf: openTextWidth(),
    ...(fontFaces ? { fontFaces } : {}),
  });
}
