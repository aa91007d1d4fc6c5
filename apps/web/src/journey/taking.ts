/** What was copied from a map comes into this one: things as they are, into the place that was pointed at. */
import {
  copyLane,
  copyThings,
  type Id,
  type JourneyView,
  type LaneId,
  moveLane,
  moveThings,
  type Outcome,
  type TouchpointMove,
} from "@sameside/model";
import { touchpointOf } from "./acts.ts";
import type { Taken } from "./clipboard.ts";
import type { JourneyProps, Selection } from "./contract.ts";
import { cardOf } from "./editing.ts";
import { blockOf, landingsOf } from "./landing.ts";
import { type CellPlace, cellFor, placeForTouchpoint } from "./places.ts";
import { thingsAmong } from "./several.ts";

/** Where something pasted goes; what is absent there has no place for that kind of thing. */
export interface PastePlace {
  readonly cell?: (CellPlace & { readonly before?: Id }) | undefined;
  readonly touchpoint?: Omit<TouchpointMove, "touchpoint"> | undefined;
  /** What a lane goes in front of; absent: to the end. */
  readonly beforeLane?: LaneId | undefined;
}

/** The place beside what is chosen, or else at the beginning. */
export function placeBeside(journey: JourneyView, selection: Selection | null, active: CellPlace | null): PastePlace {
  const target = placeForTouchpoint(journey, selection);
  const touchpoint = target?.kind === "new-touchpoint" ? target : undefined;
  const lane = selection?.kind === "lane" ? journey.lanes.findIndex(({ id }) => id === selection.id) : -1;
  return {
    cell: cellFor(journey, selection, active),
    touchpoint: touchpoint && {
      phase: touchpoint.phase,
      ...(touchpoint.before !== undefined && { before: touchpoint.before }),
    },
    beforeLane: lane < 0 ? undefined : journey.lanes[lane + 1]?.id,
  };
}

/**
 * Pastes what was taken. @returns What it is now, to be chosen; `undefined` when this board does not know it or has no
 * place for it.
 */
export function pasteTaken(props: JourneyProps, taken: Taken, place: PastePlace): readonly Selection[] | undefined {
  if (taken.lane !== undefined) return pasteLane(props, taken, taken.lane, place);
  const { board, by, journey, journeys, run } = props;
  const isElsewhere = taken.journey !== journey.id;
  const cards = place.cell ? landingsOf(journey, taken.cards, place.cell, isElsewhere) : [];
  const touchpoints = taken.touchpoints.flatMap((touchpoint) =>
    place.touchpoint ? [{ touchpoint, ...place.touchpoint }] : [],
  );
  if (cards.length + touchpoints.length === 0) return undefined;
  const shows = (id: Id) => journeys.some((it) => cardOf(it, id) ?? touchpointOf(it, id));
  const isGone = [...cards.map(({ card }) => card), ...taken.touchpoints].every((id) => !shows(id));
  if (taken.isCut && isGone) {
    const moved = moveThings(board, by, { cards, touchpoints, bringBack: true });
    if (isUnknown(moved)) return undefined;
    return run(moved).outcome === "refused" ? [] : [...chosen("touchpoint", taken.touchpoints), ...ofCards(cards)];
  }
  const copied = copyThings(board, by, { cards, touchpoints });
  if (isUnknown(copied)) return undefined;
  const outcome = run(copied);
  if (outcome.outcome !== "done") return [];
  return [...chosen("touchpoint", outcome.value.touchpoints), ...chosen("card", outcome.value.cards)];
}

/** Copies what is chosen into another journey of the board: where it has the like, else at its end. */
export function copyInto(props: JourneyProps, selected: readonly Selection[], target: JourneyView): Outcome<unknown> {
  const { board, by, journey } = props;
  const [first] = selected;
  if (first?.kind === "lane") return copyLane(board, by, { lane: first.id, journey: target.id });
  const things = thingsAmong(journey, selected);
  const cell = cellLike(journey, target, things.cards[0]);
  return copyThings(board, by, {
    cards: cell ? landingsOf(target, blockOf(journey, things.cards, things.cards[0]), cell, true) : [],
    touchpoints: things.touchpoints.flatMap((touchpoint) => {
      const phase = phaseLike(journey, target, touchpoint);
      return phase === undefined ? [] : [{ touchpoint, phase }];
    }),
  });
}

function pasteLane(
  { board, by, journey, run }: JourneyProps,
  { isCut, journey: from }: Taken,
  lane: Id,
  { beforeLane }: PastePlace,
): readonly Selection[] | undefined {
  const before = beforeLane === undefined ? {} : { before: beforeLane };
  if (isCut && from === journey.id) {
    const moved = run(moveLane(board, by, { lane, ...before }));
    return moved.outcome === "refused" ? [] : chosen("lane", [lane]);
  }
  const copied = copyLane(board, by, { lane, journey: journey.id, ...before, ...(isCut && { andRemove: true }) });
  if (isUnknown(copied)) return undefined;
  const outcome = run(copied);
  return outcome.outcome === "done" ? chosen("lane", [outcome.value]) : [];
}

/** Another board: it never saw these things. */
function isUnknown(outcome: Outcome<unknown>): boolean {
  return outcome.outcome === "refused" && outcome.reason === "gone";
}

function chosen(kind: Selection["kind"], ids: readonly Id[]): readonly Selection[] {
  return ids.map((id) => ({ kind, id }));
}

function ofCards(cards: readonly { readonly card: Id }[]): readonly Selection[] {
  return chosen(
    "card",
    cards.map(({ card }) => card),
  );
}

/** The cell of another journey that is most like a card's own: by the kind of lane, and by titles or else the order. */
function cellLike(journey: JourneyView, target: JourneyView, id: Id | undefined): CellPlace | undefined {
  const card = id === undefined ? undefined : cardOf(journey, id);
  if (!card) return undefined;
  const own = journey.lanes.find((lane) => lane.id === card.lane);
  const lane =
    target.lanes.find(({ kind, name }) => kind === own?.kind && name === own.name) ??
    target.lanes.find(({ kind }) => kind === own?.kind);
  const beginning = cellFor(target, null, null);
  const touchpoint = touchpointOf(journey, card.parent);
  const phase = phaseLike(journey, target, card.parent);
  const inPhase = target.phases.find((it) => it.id === phase);
  const alike = touchpoint && inPhase?.touchpoints.find((it) => isAlike(it, touchpoint));
  const parent = alike?.id ?? phase ?? beginning?.parent;
  const laneId = lane?.id ?? beginning?.lane;
  return parent === undefined || laneId === undefined ? undefined : { parent, lane: laneId };
}

/** The phase of another journey that stands for the one in which something is. */
function phaseLike(journey: JourneyView, target: JourneyView, holder: Id): Id | undefined {
  const index = journey.phases.findIndex(
    ({ id, touchpoints }) => id === holder || touchpoints.some((touchpoint) => touchpoint.id === holder),
  );
  const own = journey.phases[index];
  const alike = own && target.phases.find((phase) => isAlike(phase, own));
  return (alike ?? target.phases[Math.min(Math.max(0, index), target.phases.length - 1)])?.id;
}

interface Titled {
  readonly id: Id;
  readonly origin?: Id;
  readonly title: string;
}

function isAlike(a: Titled, b: Titled): boolean {
  return (a.origin ?? a.id) === (b.origin ?? b.id) || a.title.trim().toLowerCase() === b.title.trim().toLowerCase();
}
