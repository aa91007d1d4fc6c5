/** How a touchpoint feels: my own rating on the journey's scale, and what everybody's ratings say, word first. */
import { SIDES, type Side, sideOf, toldSeries } from "@sameside/insights";
import { type RatingView, rate, type TouchpointView, unrate } from "@sameside/model";
import { Angry, Frown, Laugh, Meh, Smile } from "lucide-react";
import { useCustomerTypes } from "../../journey/customerTypes.ts";
import { useFeelingView } from "../../journey/feelingView.ts";
import { namedScale } from "../../journey/feelingWords.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import { levelAt, levelsOf, wordIndex } from "../levels.ts";
import type { Desk } from "./desk.ts";
import { FeelingBars } from "./FeelingBars.tsx";
import { HowStrongly, strengthOf } from "./HowStrongly.tsx";
import { ShowMine, ShownByName } from "./ShowMine.tsx";

/** Worst first, as the five feelings. */
const FACES = [Angry, Frown, Meh, Smile, Laugh] as const;
/** Up to this many levels each has a tile with its face; finer scales are a grid of numbers with the word below. */
const MOST_TILES = 5;

export function FeelingSection({ desk, touchpoint }: { readonly desk: Desk; readonly touchpoint: TouchpointView }) {
  const words = useWords();
  const say = words.inspector;
  const { board, by, run, editable, journey } = desk;
  const levels = levelsOf(namedScale(journey), words);
  const mine = touchpoint.ratings.find((rating) => rating.person === by.person && rating.role === by.role);
  const chosen =
    mine && levels.reduce((a, b) => (distance(b.value, mine.value) < distance(a.value, mine.value) ? b : a));
  const tiles = levels.length <= MOST_TILES;
  return (
    <section className="board-section" aria-label={say.feelings}>
      {editable ? (
        <>
          <Choice
            label={say.myFeeling}
            look={tiles ? "tiles" : "grid"}
            value={chosen?.number ?? null}
            onChange={(number) => {
              const level = levels.find((each) => each.number === number);
              if (level) run(rate(board, by, { touchpoint: touchpoint.id, value: level.value }));
            }}
            options={levels.map((level) => {
              const Face = FACES[wordIndex(level.value)] ?? Meh;
              return tiles
                ? { value: level.number, label: level.word, note: level.number, icon: <Face size={20} aria-hidden /> }
                : { value: level.number, label: level.number, name: say.level(level.word, level.number) };
            })}
          />
          {tiles ? null : (
            <p className="board-quiet">{chosen ? chosen.word : say.levels(levels.map(({ word }) => word))}</p>
          )}
          {mine ? <HowStrongly desk={desk} touchpoint={touchpoint.id} mine={mine} /> : null}
          {mine ? (
            <CommitField
              label={say.ownFeelingWords}
              placeholder={say.ownFeelingWordsPlaceholder}
              value={mine.words ?? ""}
              onCommit={(own) =>
                run(rate(board, by, { touchpoint: touchpoint.id, value: mine.value, words: own })).outcome !== "refused"
              }
              onLost={desk.onRescue}
            />
          ) : null}
          {mine ? <ShowMine desk={desk} /> : null}
          {mine ? (
            <Button look="quiet" onPress={() => run(unrate(board, by, { touchpoint: touchpoint.id }))}>
              {say.removeFeeling}
            </Button>
          ) : null}
        </>
      ) : null}
      <Summary desk={desk} touchpoint={touchpoint} />
    </section>
  );
}

function Summary({ desk, touchpoint }: { readonly desk: Desk; readonly touchpoint: TouchpointView }) {
  const words = useWords();
  const scale = namedScale(desk.journey);
  const telling = useFeelingView();
  const { placeOf } = useCustomerTypes();
  if (touchpoint.ratings.length === 0) return <p className="board-quiet">{words.inspector.noFeelings}</p>;
  const { series, named } = toldSeries(touchpoint.ratings, telling, placeOf);
  const sides = SIDES.filter((side) => series.has(side));
  return (
    <>
      <ul className="board-summary">
        {sides.map((side) => {
          const ratings = ratingsOf(touchpoint, side);
          const values = ratings.map(({ value }) => value);
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          const level = levelAt(mean, scale, words);
          const strong = ratings.filter((rating) => strengthOf(rating) === "strong").length;
          return (
            <li key={side} data-side={mean < -0.1 ? "bad" : mean > 0.1 ? "good" : "mid"}>
              {words.inspector.feelingOf(
                words.canvas.series[side],
                level.word.toLocaleLowerCase(),
                level.number,
                values.length,
              )}
              {strong > 0 ? ` ${words.inspector.feltStrongly(strong)}` : null}
            </li>
          );
        })}
      </ul>
      {series.has("everybody") ? <FeelingBars touchpoint={touchpoint} levels={levelsOf(scale, words)} /> : null}
      <ShownByName desk={desk} named={named} />
      <OwnWords desk={desk} touchpoint={touchpoint} sides={sides} />
    </>
  );
}

interface OwnWordsProps {
  readonly desk: Desk;
  readonly touchpoint: TouchpointView;
  /** The sides of which feelings are told. */
  readonly sides: readonly Side[];
}

/** What others said of it in their own words: from which side, not from whom. */
function OwnWords({ desk, touchpoint, sides }: OwnWordsProps) {
  const { roles } = useWords().journey;
  const say = useWords().inspector;
  const said = touchpoint.ratings.filter(
    (rating) => rating.words && rating.person !== desk.by.person && sides.includes(sideOf(rating)),
  );
  if (said.length === 0) return null;
  return (
    <ul className="board-said-feelings" aria-label={say.inTheirWords}>
      {said.map((rating) => (
        <li key={rating.id}>
          {say.saidFeeling(rating.words ?? "")} <small>{roles[ROLE_OF[sideOf(rating)]]}</small>
        </li>
      ))}
    </ul>
  );
}

const ROLE_OF = { customers: "customer", colleagues: "colleague" } as const;

function ratingsOf(touchpoint: TouchpointView, side: Side): readonly RatingView[] {
  return touchpoint.ratings.filter((rating) => sideOf(rating) === side);
}

function distance(a: number, b: number): number {
  return Math.abs(a - b);
}
