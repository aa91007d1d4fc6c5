/** Several cards and touchpoints as one: what a gesture on all of them means. */
import type { Direction } from "@sameside/layout";
import {
  type CardMove,
  type CardView,
  copyLane,
  copyThings,
  type Id,
  type JourneyView,
  type Outcome,
  type PhaseView,
  type TouchpointMove,
  type TouchpointView,
} from "@sameside/model";
import { touchpointOf } from "./acts.ts";
import type { JourneyProps, Selection } from "./contract.ts";
import { cardOf } from "./editing.ts";

/** Ids in journey order. */
export interface Things {
  readonly cards: readonly Id[];
  readonly touchpoints: readonly Id[];
}

/** The cards and touchpoints among what is chosen. A card on a chosen touchpoint goes with it. */
export function thingsAmong(journey: JourneyView, chosen: readonly Selection[]): Things {
  const ids = new Set(chosen.map(({ id }) => id));
  const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints).filter(({ id }) => ids.has(id));
  const withTouchpoint = new Set<Id>(touchpoints.map(({ id }) => id));
  const cards = holdersOf(journey)
    .filter(({ id }) => !withTouchpoint.has(id))
    .flatMap((holder) => cardsOn(journey, holder))
    .filter(({ id }) => ids.has(id));
  return { cards: cards.map(({ id }) => id), touchpoints: touchpoints.map(({ id }) => id) };
}

/** Every card and touchpoint of the journey, in its order. */
export function allOf(journey: JourneyView): readonly Selection[] {
  return holdersOf(journey).flatMap((holder): Selection[] => [
    ...("phase" in holder ? [{ kind: "touchpoint" as const, id: holder.id }] : []),
    ...cardsOn(journey, holder).map(({ id }) => ({ kind: "card" as const, id })),
  ]);
}

/** Alt+arrow on several: each one place further, as far as there is room; what stands together stays together. */
export function severalMoves(
  journey: JourneyView,
  { cards, touchpoints }: Things,
  direction: Direction,
): { readonly cards: readonly CardMove[]; readonly touchpoints: readonly TouchpointMove[] } {
  const step = direction === "left" || direction === "up" ? -1 : 1;
  const isSideways = direction === "left" || direction === "right";
  const chosen = new Set(cards);
  return {
    cards: isSideways ? cardsSideways(journey, cards, step) : cardsUpOrDown(journey, chosen, step),
    touchpoints: isSideways ? touchpointsSideways(journey, new Set(touchpoints), step) : [],
  };
}

/** Each chosen thing once more, right behind the last chosen one of its list. */
export function duplication(props: JourneyProps, chosen: readonly Selection[]): Outcome<Things | Id> | undefined {
  const { board, by, journey } = props;
  const [first] = chosen;
  if (first?.kind === "lane") {
    const next = journey.lanes[journey.lanes.findIndex(({ id }) => id === first.id) + 1];
    return copyLane(board, by, { lane: first.id, journey: journey.id, ...(next && { before: next.id }) });
  }
  const things = thingsAmong(journey, chosen);
  if (things.cards.length + things.touchpoints.length === 0) return undefined;
  const ids = new Set([...things.cards, ...things.touchpoints]);
  return copyThings(board, by, {
    cards: things.cards.flatMap((id): CardMove[] => {
      const card = cardOf(journey, id);
      if (!card) return [];
      const { parent, lane } = card;
      return [{ card: id, parent, lane, ...beforeNext(stackOf(journey, card), ids) }];
    }),
    touchpoints: things.touchpoints.flatMap((id): TouchpointMove[] => {
      const phase = phaseOf(journey, id);
      return phase ? [{ touchpoint: id, phase: phase.id, ...beforeNext(phase.touchpoints, ids) }] : [];
    }),
  });
}

type Holder = PhaseView | TouchpointView;

/** Phases, each followed by its touchpoints. */
function holdersOf(journey: JourneyView): readonly Holder[] {
  return journey.phases.flatMap((phase): Holder[] => [phase, ...phase.touchpoints]);
}

function cardsOn(journey: JourneyView, holder: Holder): readonly CardView[] {
  return journey.lanes.flatMap(({ id }) => holder.cardsByLane[id] ?? []);
}

function stackOf(journey: JourneyView, { parent, lane }: CardView): readonly CardView[] {
  return holdersOf(journey).find(({ id }) => id === parent)?.cardsByLane[lane] ?? [];
}

function phaseOf(journey: JourneyView, touchpoint: Id): PhaseView | undefined {
  const phase = touchpointOf(journey, touchpoint)?.phase;
  return journey.phases.find(({ id }) => id === phase);
}

/** In front of what follows the last chosen one of a list. */
function beforeNext(list: readonly { readonly id: Id }[], chosen: ReadonlySet<Id>): { readonly before?: Id } {
  const last = list.findLastIndex(({ id }) => chosen.has(id));
  const next = list[last + 1];
  return next ? { before: next.id } : {};
}

function cardsSideways(journey: JourneyView, cards: readonly Id[], step: 1 | -1): readonly CardMove[] {
  const columns = columnIds(journey);
  return cards.flatMap((id): CardMove[] => {
    const card = cardOf(journey, id);
    if (!card) return [];
    const own = journey.phases.map((phase) => phase.id);
    const row = columns.includes(card.parent) ? columns : own;
    const parent = row[row.indexOf(card.parent) + step];
    return parent === undefined || row.indexOf(card.parent) < 0 ? [] : [{ card: id, parent, lane: card.lane }];
  });
}

/** In each stack one place on; a stack whose chosen cards are at its end already goes on into the next lane. */
function cardsUpOrDown(journey: JourneyView, chosen: ReadonlySet<Id>, step: 1 | -1): readonly CardMove[] {
  const lanes = journey.lanes.filter(({ kind }) => kind !== "touchpoint" && kind !== "feeling");
  return holdersOf(journey).flatMap((holder) =>
    lanes.flatMap(({ id: lane }, index): CardMove[] => {
      const stack = holder.cardsByLane[lane] ?? [];
      const within = shifted(stack, chosen, step);
      if (within.length > 0) return within.map(({ id, ...place }) => ({ card: id, parent: holder.id, lane, ...place }));
      const next = lanes[index + step];
      if (!next) return [];
      const first = step > 0 ? holder.cardsByLane[next.id]?.[0] : undefined;
      return stack
        .filter(({ id }) => chosen.has(id))
        .map(({ id }) => ({ card: id, parent: holder.id, lane: next.id, ...(first && { before: first.id }) }));
    }),
  );
}

function touchpointsSideways(journey: JourneyView, chosen: ReadonlySet<Id>, step: 1 | -1): readonly TouchpointMove[] {
  return journey.phases.flatMap((phase, index): TouchpointMove[] => {
    const within = shifted(phase.touchpoints, chosen, step);
    if (within.length > 0) return within.map(({ id, ...place }) => ({ touchpoint: id, phase: phase.id, ...place }));
    const next = journey.phases[index + step];
    if (!next) return [];
    const first = step > 0 ? next.touchpoints[0] : undefined;
    return phase.touchpoints
      .filter(({ id }) => chosen.has(id))
      .map(({ id }) => ({ touchpoint: id, phase: next.id, ...(first && { before: first.id }) }));
  });
}

/** Where the chosen ones of a list stand after one step; empty when none of them has room. */
function shifted(
  list: readonly { readonly id: Id }[],
  chosen: ReadonlySet<Id>,
  step: 1 | -1,
): readonly { readonly id: Id; readonly before?: Id }[] {
  const after = list.map(({ id }) => id);
  const indexes = after.map((_, index) => index);
  let hasMoved = false;
  for (const index of step < 0 ? indexes : indexes.reverse()) {
    const [here, there] = [after[index], after[index + step]];
    if (here === undefined || there === undefined || !chosen.has(here) || chosen.has(there)) continue;
    after[index] = there;
    after[index + step] = here;
    hasMoved = true;
  }
  if (!hasMoved) return [];
  return after.flatMap((id, index) => {
    if (!chosen.has(id)) return [];
    const before = after.slice(index + 1).find((next) => !chosen.has(next));
    return [{ id, ...(before !== undefined && { before }) }];
  });
}

/** What cards stand on from left to right: touchpoints, and phases that have none. */
export function columnIds(journey: JourneyView): readonly Id[] {
  return journey.phases.flatMap((phase): readonly Id[] =>
    phase.touchpoints.length > 0 ? phase.touchpoints.map(({ id }) => id) : [phase.id],
  );
}
