/** What is to be seen of one table from across the room. Pure. */
import { completeness, type Incompleteness, shownCurve } from "@sameside/insights";
import { type BoardView, checkAnswer, MIN_TALLY_PEOPLE } from "@sameside/model";

/** Nothing has changed for so long: somebody should look, in ms. */
const QUIET_AFTER_MS = 5 * 60_000;

export interface TableFacts {
  /** People who have the board open. */
  readonly here: readonly string[];
  /** The earliest cry for help of the people who are here; absent when nobody asks. */
  readonly help?: { readonly since: number; readonly note: string };
  /** How many of those who are here are done with the step. */
  readonly done: number;
  readonly touchpoints: number;
  /** Touchpoints that somebody rated. */
  readonly rated: number;
  readonly cards: number;
  /** What its first map still lacks. */
  readonly lacks: readonly Incompleteness[];
  /** For how long nothing has changed, in ms; absent while that is not worth a word. */
  readonly quietFor?: number;
  /** Of the table's first map, where enough people rated to be told away from the table. */
  readonly means: readonly (number | undefined)[];
}

/** A row of the answers, as it may come from any peer. */
interface Row {
  readonly person: string;
  readonly item: string;
  readonly value: unknown;
  readonly time: number;
}

interface Sources {
  readonly view: BoardView;
  readonly here: ReadonlySet<string>;
  readonly help: readonly Row[];
  readonly done: readonly Row[];
  /** The step that goes on; absent before the first. */
  readonly step?: string | undefined;
  readonly changed: number | undefined;
  /** Who lets their feelings be shown at their table. */
  readonly mayShow: (person: string) => boolean;
  readonly now: number;
}

export function tableFacts({ view, here, help, done, step, changed, mayShow, now }: Sources): TableFacts {
  const [journey] = view.journeys;
  const touchpoints = journey?.phases.flatMap((phase) => phase.touchpoints) ?? [];
  const points = journey ? shownCurve(journey, { shown: "everybody", gap: false, fewest: 1, mayShow }) : [];
  const quietFor = changed === undefined ? 0 : now - changed;
  const calls = help
    .filter(({ person }) => here.has(person))
    .flatMap((row) => callOf(row))
    .sort((a, b) => a.since - b.since);
  const [help_] = calls;
  return {
    here: [...here],
    ...(help_ && { help: help_ }),
    done: done.filter((row) => here.has(row.person) && row.item === step && row.value === true).length,
    touchpoints: touchpoints.length,
    rated: touchpoints.filter(({ ratings }) => ratings.length > 0).length,
    lacks: journey ? completeness(journey).reasons : [],
    cards: view.journeys.reduce((sum, { phases }) => sum + cardsIn(phases), 0),
    ...(here.size > 0 && quietFor >= QUIET_AFTER_MS && { quietFor }),
    means: points.map(({ n, mean }) => (n >= MIN_TALLY_PEOPLE ? mean : undefined)),
  };
}

function callOf({ item, value, time }: Row): { readonly since: number; readonly note: string }[] {
  const checked = checkAnswer("help", item, value, { items: [] });
  if (!checked.ok || checked.value === null || !checked.value.asking) return [];
  return [{ since: time, note: checked.value.note ?? "" }];
}

function cardsIn(phases: BoardView["journeys"][number]["phases"]): number {
  const count = (cardsByLane: Readonly<Record<string, readonly unknown[]>>) =>
    Object.values(cardsByLane).reduce((sum, cards) => sum + cards.length, 0);
  return phases.reduce(
    (sum, phase) =>
      sum +
      count(phase.cardsByLane) +
      phase.touchpoints.reduce((inPhase, touchpoint) => inPhase + count(touchpoint.cardsByLane), 0),
    0,
  );
}
