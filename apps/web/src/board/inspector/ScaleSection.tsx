/** The scale of a map: how many levels it has, their numbers, and what this table calls them. */
import { describeJourney, type Scale } from "@sameside/model";
import { namedScale } from "../../journey/feelingWords.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import { type Level, levelsOf } from "../levels.ts";
import type { Desk } from "./desk.ts";

const LEVEL_COUNTS = [3, 4, 5, 6, 7, 8, 9, 10] as const;

export function ScaleSection({ desk }: { readonly desk: Desk }) {
  const words = useWords();
  const say = words.feeling;
  const { journey, editable } = desk;
  const levels = levelsOf(namedScale(journey), words);
  const summary = say.scaleIs(levels.length, levels[0]?.word ?? "", levels.at(-1)?.word ?? "");
  if (!editable) {
    return (
      <dl className="board-facts">
        <dt>{say.scale}</dt>
        <dd>{summary}</dd>
      </dl>
    );
  }
  return (
    <details className="board-more">
      <summary>
        {say.scale} <small>{summary}</small>
      </summary>
      <ScaleEditor desk={desk} levels={levels} />
    </details>
  );
}

function ScaleEditor({ desk, levels }: { readonly desk: Desk; readonly levels: readonly Level[] }) {
  const words = useWords();
  const say = words.feeling;
  const { board, by, run, journey } = desk;
  const { scale, levelWords } = journey;
  const set = (change: { scale?: Scale; levelWords?: readonly string[] }) =>
    run(describeJourney(board, by, { journey: journey.id, ...change })).outcome !== "refused";
  const own = levels.map((_, index) => (levelWords.length === levels.length ? (levelWords[index] ?? "") : ""));
  const name = (index: number, word: string) => {
    const named = own.with(index, word);
    return set({ levelWords: named.every((each) => each === "") ? [] : named });
  };
  const numbers = numberings(levels.length);
  return (
    <div className="board-section">
      <Choice
        label={say.levels}
        look="grid"
        value={String(levels.length)}
        onChange={(count) => set({ scale: numberings(Number(count))[0], levelWords: [] })}
        options={LEVEL_COUNTS.map((count) => ({ value: String(count), label: String(count) }))}
      />
      <p className="board-quiet">{say.levelsNote}</p>
      {numbers.length > 1 ? (
        <Choice
          label={say.numbers}
          value={keyOf(scale)}
          onChange={(key) => {
            const chosen = numbers.find((each) => keyOf(each) === key);
            if (chosen) set({ scale: chosen });
          }}
          options={numbers.map((each) => {
            const ends = levelsOf({ ...each, words: [] }, words);
            const label = say.numberRange(ends[0]?.number ?? "", ends.at(-1)?.number ?? "");
            return { value: keyOf(each), label };
          })}
        />
      ) : null}
      <fieldset className="board-level-names" aria-label={say.names}>
        {levels
          .map(({ number, word }, index) => (
            <CommitField
              key={`${levels.length} ${number}`}
              label={say.nameOf(number)}
              placeholder={word}
              value={own[index] ?? ""}
              onCommit={(text) => name(index, text)}
              onLost={desk.onRescue}
            />
          ))
          .toReversed()}
      </fieldset>
      {levelWords.length > 0 ? (
        <Button look="quiet" onPress={() => set({ levelWords: [] })}>
          {say.usualNames}
        </Button>
      ) : null}
    </div>
  );
}

/** The ways to number so many levels: round a middle where there is one, and from 1. */
function numberings(count: number): readonly [Scale, ...Scale[]] {
  const side = (count - 1) / 2;
  const fromOne = { min: 1, max: count };
  return count % 2 === 1 ? [{ min: -side, max: side }, fromOne] : [fromOne];
}

function keyOf({ min, max }: Scale): string {
  return `${min}..${max}`;
}
