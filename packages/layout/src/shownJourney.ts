/** A journey without what somebody does not want to see. */
import type { CardsByLane, CardView, Id, JourneyView, PhaseView, RatingView, TouchpointView } from "@sameside/model";
import { isFoldable } from "./sheetView.ts";
import type { ViewChoice } from "./viewChoice.ts";

/** What stays out of sight. Folded lanes and phases do not count: their strips say it. */
export interface OutOfSight {
  readonly lanes: number;
  readonly phases: number;
  /** Cards of a kind, grade or role that is left out, in lanes and phases that are shown. */
  readonly cards: number;
  /** Feelings of customers whose type is left out. */
  readonly feelings: number;
}

/**
 * The journey as it is shown: without hidden lanes and phases, without cards and feelings that are left out, and with
 * nothing in what is folded. Pure: the same journey and choice give an equal view, and what is not touched keeps its
 * identity. `keep` is shown whatever its kind: what somebody has just written or chosen does not go from under them.
 */
export function shownJourney(
  journey: JourneyView,
  choice: ViewChoice,
  keep?: Id,
  typeOf: CustomerTypeOf = saidType,
): JourneyView {
  if (isWhole(choice)) return journey;
  return openShown(choice, typeOf)(journey, keep);
}

/** The customer type of who rated or wrote something; "" for none. */
export type CustomerTypeOf = (said: Pick<RatingView, "person" | "role" | "customerType">) => string;

const saidType: CustomerTypeOf = ({ customerType = "" }) => customerType;

/** As `shownJourney`, for one choice and many journeys in a row: what did not change keeps its identity from view to view. */
export function openShown(
  choice: ViewChoice,
  typeOf: CustomerTypeOf = saidType,
): (journey: JourneyView, keep?: Id) => JourneyView {
  if (isWhole(choice)) return (journey) => journey;
  const hidden = new Set(choice.hidden);
  const folded = new Set(choice.folded);
  const isCardShown = cardTest(choice, typeOf);
  const isRatingShown = typeTest(choice, typeOf);
  let closed: ReadonlySet<Id> = new Set();
  let kept: Id | undefined;
  let fresh = openMemory();

  const stack = (cards: readonly CardView[]): readonly CardView[] =>
    fresh.of(cards, () => {
      const shown = cards.filter((card) => card.id === kept || isCardShown(card));
      return shown.length === cards.length ? cards : shown;
    });
  const stacks = (cardsByLane: CardsByLane): CardsByLane =>
    fresh.of(cardsByLane, () => {
      const entries = Object.entries(cardsByLane);
      const shown = entries.filter(([lane]) => !closed.has(lane)).map(([lane, cards]) => [lane, stack(cards)] as const);
      const isSame = shown.length === entries.length && shown.every(([lane, cards]) => cards === cardsByLane[lane]);
      return isSame ? cardsByLane : Object.fromEntries(shown);
    });
  const touchpoint = (whole: TouchpointView): TouchpointView =>
    fresh.of(whole, () => {
      const cardsByLane = stacks(whole.cardsByLane);
      const felt = whole.ratings.filter(isRatingShown);
      const ratings = felt.length === whole.ratings.length ? whole.ratings : felt;
      if (cardsByLane === whole.cardsByLane && ratings === whole.ratings) return whole;
      return { ...whole, cardsByLane, ratings };
    });
  const phase = (whole: PhaseView): PhaseView =>
    fresh.of(whole, () => {
      if (folded.has(whole.id)) return { ...whole, touchpoints: [], cardsByLane: {} };
      const cardsByLane = stacks(whole.cardsByLane);
      const touchpoints = whole.touchpoints.map(touchpoint);
      const isSame = touchpoints.every((each, index) => each === whole.touchpoints[index]);
      if (isSame && cardsByLane === whole.cardsByLane) return whole;
      return { ...whole, touchpoints, cardsByLane };
    });

  return (journey, keep) => {
    const nowClosed = new Set(
      journey.lanes
        .filter((lane) => isFoldable(lane) && (hidden.has(lane.id) || folded.has(lane.id)))
        .map(({ id }) => id),
    );
    if (keep !== kept || !isEqual(nowClosed, closed)) fresh = openMemory();
    kept = keep;
    closed = nowClosed;
    return fresh.of(journey, () => ({
      ...journey,
      lanes: fresh.of(journey.lanes, () => journey.lanes.filter((lane) => !isFoldable(lane) || !hidden.has(lane.id))),
      phases: journey.phases.filter(({ id }) => !hidden.has(id)).map(phase),
    }));
  };
}

const NOTHING_OUT_OF_SIGHT: OutOfSight = { lanes: 0, phases: 0, cards: 0, feelings: 0 };

/** What of a journey a choice keeps out of sight. */
export function outOfSight(journey: JourneyView, choice: ViewChoice, typeOf: CustomerTypeOf = saidType): OutOfSight {
  if (isWhole(choice)) return NOTHING_OUT_OF_SIGHT;
  const hidden = new Set(choice.hidden);
  const lanes = journey.lanes.filter((lane) => isFoldable(lane) && hidden.has(lane.id));
  const phases = journey.phases.filter(({ id }) => hidden.has(id));
  const open = { ...choice, folded: [] };
  const shown = shownJourney(journey, open, undefined, typeOf);
  const framed = shownJourney(journey, { ...open, without: { kinds: [], grades: [], roles: [], customerTypes: [] } });
  return {
    lanes: lanes.length,
    phases: phases.length,
    cards: countCards(framed) - countCards(shown),
    feelings: countRatings(framed) - countRatings(shown),
  };
}

/** The hidden and folded lanes and phases that keep a thing out of sight: itself, or what it stands in. */
export function keptFromSightBy({ lanes, phases }: JourneyView, { hidden, folded }: ViewChoice, id: Id): readonly Id[] {
  const closed = new Set([...hidden, ...folded]);
  if (closed.size === 0) return [];
  const isLane = lanes.some((lane) => lane.id === id && isFoldable(lane));
  const places = isLane ? [id] : phases.flatMap((phase) => placesIn(phase, id));
  return places.filter((place) => closed.has(place));
}

/** The phase that something is, or stands in, and for a card its lane. */
function placesIn(phase: PhaseView, id: Id): readonly Id[] {
  if (phase.id === id || phase.touchpoints.some((touchpoint) => touchpoint.id === id)) return [phase.id];
  const stacks = [phase, ...phase.touchpoints].flatMap(({ cardsByLane }) => Object.entries(cardsByLane));
  return stacks.flatMap(([lane, cards]) => (cards.some((card) => card.id === id) ? [phase.id, lane] : []));
}

/** How many cards a folded, hidden or open lane or phase of a journey holds. */
export function countCardsIn({ phases }: JourneyView, id: Id): number {
  return phases.reduce((sum, phase) => sum + countOn(phase, phase.id === id ? undefined : id), 0);
}

function countOn(phase: PhaseView, lane: Id | undefined): number {
  const stacks = [phase, ...phase.touchpoints].flatMap(({ cardsByLane }) => Object.entries(cardsByLane));
  return stacks.reduce((sum, [at, cards]) => (lane === undefined || at === lane ? sum + cards.length : sum), 0);
}

function countCards({ phases, lanes }: JourneyView): number {
  return phases.reduce((sum, phase) => lanes.reduce((inner, { id }) => inner + countOn(phase, id), sum), 0);
}

function countRatings({ phases }: JourneyView): number {
  return phases.flatMap(({ touchpoints }) => touchpoints).reduce((sum, { ratings }) => sum + ratings.length, 0);
}

function isWhole({ hidden, folded, without }: ViewChoice): boolean {
  const lists = [hidden, folded, without.kinds, without.grades, without.roles, without.customerTypes];
  return lists.every((list) => list.length === 0);
}

function cardTest(choice: ViewChoice, typeOf: CustomerTypeOf): (card: CardView) => boolean {
  const { kinds, grades, roles } = choice.without;
  const isTypeShown = typeTest(choice, typeOf);
  return ({ kind, grade, author, authorRole }) =>
    !kinds.includes(kind) &&
    !grades.includes(grade) &&
    !roles.includes(authorRole) &&
    isTypeShown({ person: author, role: authorRole });
}

/** A type is of customers: what others say is left out by their role. */
function typeTest({ without: { customerTypes } }: ViewChoice, typeOf: CustomerTypeOf) {
  return (said: Parameters<CustomerTypeOf>[0]) =>
    said.role !== "customer" || customerTypes.length === 0 || !customerTypes.includes(typeOf(said));
}

/** What was made of an object is made once. */
function openMemory() {
  const madeByWhole = new WeakMap<object, unknown>();
  return {
    of<T extends object>(whole: T, make: () => T): T {
      const known = madeByWhole.get(whole) as T | undefined;
      if (known) return known;
      const made = make();
      madeByWhole.set(whole, made);
      return made;
    },
  };
}

function isEqual(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
