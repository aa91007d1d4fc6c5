/** Where Alt+arrow takes a card, a touchpoint, a phase or a lane: one place further, or undefined at the edge. */
import type { Direction } from "@sameside/layout";
import type { CardView, Id, JourneyView, PhaseView, TouchpointView } from "@sameside/model";

export interface CardMove {
  readonly parent: Id;
  readonly lane: Id;
  readonly before?: Id;
}
export interface TouchpointMove {
  readonly phase: Id;
  readonly before?: Id;
}

/** Up and down in the stack and on into the next lane; left and right to the touchpoint beside. */
export function cardMove(journey: JourneyView, card: CardView, direction: Direction): CardMove | undefined {
  const parents = journey.phases.flatMap((phase): (PhaseView | TouchpointView)[] => [phase, ...phase.touchpoints]);
  const parent = parents.find(({ id }) => id === card.parent);
  if (!parent) return undefined;
  if (direction === "left" || direction === "right") {
    const next = beside(parallelParents(journey, parent), parent.id, direction === "left" ? -1 : 1);
    return next && { parent: next.id, lane: card.lane };
  }
  const within = inList(parent.cardsByLane[card.lane] ?? [], card.id, direction === "up" ? -1 : 1);
  if (within) return { parent: parent.id, lane: card.lane, ...within };
  const cardLanes = journey.lanes.filter(({ kind }) => kind !== "touchpoint" && kind !== "feeling");
  const lane = beside(cardLanes, card.lane, direction === "up" ? -1 : 1);
  if (!lane) return undefined;
  const first = direction === "down" ? parent.cardsByLane[lane.id]?.[0] : undefined;
  return { parent: parent.id, lane: lane.id, ...(first && { before: first.id }) };
}

/** Left and right among its neighbours and on into the next phase. */
export function touchpointMove(
  journey: JourneyView,
  touchpoint: TouchpointView,
  direction: Direction,
): TouchpointMove | undefined {
  if (direction === "up" || direction === "down") return undefined;
  const step = direction === "left" ? -1 : 1;
  const phase = journey.phases.find(({ id }) => id === touchpoint.phase);
  const within = phase && inList(phase.touchpoints, touchpoint.id, step);
  if (within) return { phase: touchpoint.phase, ...within };
  const next = beside(journey.phases, touchpoint.phase, step);
  if (!next) return undefined;
  const first = step > 0 ? next.touchpoints[0] : undefined;
  return { phase: next.id, ...(first && { before: first.id }) };
}

/** One place on in a list: what it then stands in front of. Undefined at the end of the list. */
export function inList(
  items: readonly { readonly id: Id }[],
  id: Id,
  step: -1 | 1,
): { readonly before?: Id } | undefined {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0 || !items[index + step]) return undefined;
  const before = items[step < 0 ? index - 1 : index + 2];
  return before ? { before: before.id } : {};
}

/** A card on a phase goes to the phase beside; one on a touchpoint to the touchpoint beside, or to an empty phase. */
function parallelParents(journey: JourneyView, parent: PhaseView | TouchpointView): readonly { readonly id: Id }[] {
  const isOnPhase = !("phase" in parent) && parent.touchpoints.length > 0;
  if (isOnPhase) return journey.phases;
  return journey.phases.flatMap((phase): readonly { readonly id: Id }[] =>
    phase.touchpoints.length > 0 ? phase.touchpoints : [phase],
  );
}

function beside<T extends { readonly id: Id }>(items: readonly T[], id: Id, step: -1 | 1): T | undefined {
  const index = items.findIndex((item) => item.id === id);
  return index < 0 ? undefined : items[index + step];
}
