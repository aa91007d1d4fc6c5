/** The own feeling at a touchpoint, on the levels of the journey's scale. */
import { levelsOf } from "@sameside/layout";
import { type RatingView, rate, type TouchpointView, unrate } from "@sameside/model";
import { Undo2 } from "lucide-react";
import { createElement } from "react";
import type { Words } from "../words/words.ts";
import type { JourneyProps, MapAct } from "./contract.ts";
import { levelIndex, levelWord, namedScale } from "./feelingWords.ts";

export function ownRating(touchpoint: TouchpointView, person: string): RatingView | undefined {
  return touchpoint.ratings.find((rating) => rating.person === person);
}

/** One level up or down; from "not rated" the first step leads from the middle of the scale. */
export function rateByStep({ board, by, run, journey }: JourneyProps, touchpoint: TouchpointView, step: 1 | -1): void {
  const levels = levelsOf(journey.scale);
  const now = levelIndex(ownRating(touchpoint, by.person)?.value ?? 0, levels);
  const value = levels[Math.max(0, Math.min(levels.length - 1, now + step))];
  if (value !== undefined) run(rate(board, by, { touchpoint: touchpoint.id, value }));
}

/** The levels, best first, and the way to take the own one back. */
export function ratingActs(props: JourneyProps, touchpoint: TouchpointView, words: Words): MapAct[] {
  const { board, by, run, journey } = props;
  const scale = namedScale(journey);
  const levels = levelsOf(scale);
  const own = ownRating(touchpoint, by.person);
  const chosen = own && levels[levelIndex(own.value, levels)];
  const acts = levels.map(
    (value, index): MapAct => ({
      id: `rate-${index}`,
      label: levelWord(words, value, scale),
      chosen: value === chosen,
      act: () => run(rate(board, by, { touchpoint: touchpoint.id, value })),
    }),
  );
  acts.reverse();
  if (own) {
    acts.push({
      id: "unrate",
      label: words.table.acts.unrate,
      icon: createElement(Undo2, { size: 15, "aria-hidden": true }),
      parted: true,
      act: () => run(unrate(board, by, { touchpoint: touchpoint.id })),
    });
  }
  return acts;
}
