/** How a touchpoint feels, word first: the own rating, which opens the levels, and what each side says. */
import { SIDES, sideOf, toldSeries } from "@sameside/insights";
import type { TouchpointView } from "@sameside/model";
import { memo } from "react";
import { useFeelingView } from "../journey/feelingView.ts";
import { levelWord, type NamedScale } from "../journey/feelingWords.ts";
import { ownRating } from "../journey/rating.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly touchpoint: TouchpointView;
  readonly scale: NamedScale;
  /** Whose own rating is asked for. */
  readonly person: string;
  readonly editable: boolean;
}

export const FeelingCell = memo(function FeelingCell({ touchpoint, scale, person, editable }: Props) {
  const words = useWords();
  const telling = useFeelingView();
  const { id, title } = touchpoint;
  const own = ownRating(touchpoint, person);
  const mine = words.table.myFeeling(own ? levelWord(words, own.value, scale) : words.canvas.notRated);
  const { series } = toldSeries(touchpoint.ratings, telling);
  const sides = SIDES.filter((side) => series.has(side)).map((side) => {
    const values = touchpoint.ratings.filter((rating) => sideOf(rating) === side).map(({ value }) => value);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { side, mean, n: values.length, word: levelWord(words, mean, scale).toLocaleLowerCase() };
  });
  return (
    <>
      {sides.length > 0 ? (
        <ul className="table-feelings">
          {sides.map(({ side, mean, n, word }) => (
            <li key={side} data-side={mean < -0.1 ? "bad" : mean > 0.1 ? "good" : "mid"}>
              {words.table.feelingOf(words.canvas.series[side], word, n)}
            </li>
          ))}
        </ul>
      ) : null}
      {editable ? (
        <button
          type="button"
          tabIndex={-1}
          className="table-rate"
          data-stop={`rate ${id}`}
          data-rating-of={id}
          data-rated={own ? "" : undefined}
          aria-haspopup="menu"
          aria-label={`${words.canvas.ratingFor(title || words.canvas.noName)} ${mine}`}
        >
          {mine}
        </button>
      ) : null}
    </>
  );
});
