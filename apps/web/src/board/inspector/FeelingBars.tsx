/** How many gave which level: what a mean hides. Shown as soon as nobody's own rating can be read off. */
import { MIN_TALLY_PEOPLE, type TouchpointView } from "@sameside/model";
import { levelIndex } from "../../journey/feelingWords.ts";
import { useWords } from "../../words/words.ts";
import type { Level } from "../levels.ts";

interface Props {
  readonly touchpoint: TouchpointView;
  /** Worst first. */
  readonly levels: readonly Level[];
}

export function FeelingBars({ touchpoint, levels }: Props) {
  const say = useWords().inspector;
  const { ratings } = touchpoint;
  if (ratings.length < MIN_TALLY_PEOPLE) return null;
  const values = levels.map(({ value }) => value);
  const counts = levels.map((_, index) => ratings.filter(({ value }) => levelIndex(value, values) === index).length);
  const most = Math.max(...counts);
  return (
    <ol className="board-bars" aria-label={say.howMany}>
      {levels.map(({ number, word }, index) => {
        const count = counts[index] ?? 0;
        return (
          <li key={number} className="board-level" title={say.soMany(word, count)}>
            <span className="ui-only-heard">{say.soMany(word, count)}</span>
            <span className="board-level-bar" style={{ height: `${(count / most) * 100}%` }} aria-hidden />
            <small className="board-level-number" aria-hidden>
              {number}
            </small>
          </li>
        );
      })}
    </ol>
  );
}
