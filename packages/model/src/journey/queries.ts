/** From checked records to the board as people see it: placed, ordered, repaired. */
import { byOrder } from "../order.ts";
import type { Records } from "./reader.ts";
import type { RecordOf } from "./records.ts";
import type {
  BoardView,
  CardKind,
  CardsByLane,
  CardView,
  Id,
  JourneyView,
  LaneView,
  MomentView,
  PhaseView,
  RatingView,
  SuggestionView,
  TouchpointView,
  UnplacedTouchpointView,
  UnplacedView,
} from "./schema.ts";

export function assembleBoard(records: Records, writable: boolean): BoardView {
  const living = livingParts(records);
  const placed = placeCards(records, living);
  const touchpointsByPhase = new Map<Id, TouchpointView[]>();
  const unplacedTouchpoints: UnplacedTouchpointView[] = [];

  for (const touchpoint of ordered(living.touchpoints.values())) {
    const phase = records.phases.get(touchpoint.at.value.parent);
    const view = touchpointView(touchpoint, living, placed.cardsByParent);
    if (phase && !phase.del && records.journeys.get(phase.at.value.parent)) push(touchpointsByPhase, phase.id, view);
    else if (!phase || journeyLives(records, phase)) {
      unplacedTouchpoints.push({ touchpoint: view, ...lostPhase(phase) });
    }
  }

  const phasesByJourney = groupBy(ordered(living.phases.values()), (phase) => phase.at.value.parent);
  const lanesByJourney = groupBy(ordered(living.lanes.values()), (lane) => lane.at.value.parent);
  const journeys = ordered(living.journeys.values()).map((journey): JourneyView => {
    const phases = phasesByJourney.get(journey.id) ?? [];
    const lanes = lanesByJourney.get(journey.id) ?? [];
    return {
      id: journey.id,
      ...origin(journey),
      title: journey.title,
      customerType: journey.customerType,
      variant: journey.variant,
      scale: journey.scale,
      phases: phases.map((phase) => phaseView(phase, touchpointsByPhase, placed.cardsByParent)),
      lanes: lanes.map(laneView),
    };
  });
  return { journeys, unplaced: placed.unplaced, unplacedTouchpoints, ghosts: records.ghosts.size, writable };
}

interface Living {
  readonly journeys: Map<Id, RecordOf<"journeys">>;
  readonly phases: Map<Id, RecordOf<"phases">>;
  readonly lanes: Map<Id, RecordOf<"lanes">>;
  readonly touchpoints: Map<Id, RecordOf<"touchpoints">>;
  readonly ratingsByTouchpoint: Map<Id, RecordOf<"ratings">[]>;
  readonly momentsByTouchpoint: Map<Id, RecordOf<"moments">[]>;
}

function livingParts(records: Records): Living {
  const alive = <T extends { id: Id; del: boolean }>(byId: Map<Id, T>) =>
    new Map([...byId].filter(([, record]) => !record.del));
  const journeys = alive(records.journeys);
  return {
    journeys,
    phases: alive(records.phases),
    lanes: alive(records.lanes),
    touchpoints: alive(records.touchpoints),
    ratingsByTouchpoint: groupBy(alive(records.ratings).values(), (rating) => rating.touchpoint),
    momentsByTouchpoint: groupBy(alive(records.moments).values(), (moment) => moment.touchpoint),
  };
}

/** Every living card is either under its parent in a lane of the same journey, or in the Unplaced tray (R1). */
function placeCards(records: Records, living: Living) {
  const cardsByParent = new Map<Id, Map<Id, CardView[]>>();
  const unplaced: UnplacedView[] = [];
  const suggestionsByCard = groupBy(
    [...records.suggestions.values()].filter((suggestion) => !suggestion.del),
    (suggestion) => suggestion.card,
  );
  for (const card of ordered([...records.cards.values()].filter((record) => !record.del))) {
    const { parent, lane: laneId } = card.at.value;
    const lane = living.lanes.get(laneId);
    const view = cardView(card, lane, suggestionsByCard.get(card.id) ?? []);
    const home = homeOf(records, parent);
    if (home.removedWithJourney) continue;
    const fits = lane && holdsCards(lane) && (home.journey === undefined || lane.at.value.parent === home.journey);
    if (home.alive && fits) push(cardsByLaneOf(cardsByParent, parent), laneId, view);
    else unplaced.push({ card: view, ...lostOf(records, home, laneId) });
  }
  const asRecords = [...cardsByParent].map(([parent, byLane]): [Id, CardsByLane] => [
    parent,
    Object.fromEntries(byLane),
  ]);
  return { cardsByParent: new Map(asRecords), unplaced };
}

function cardsByLaneOf(cardsByParent: Map<Id, Map<Id, CardView[]>>, parent: Id): Map<Id, CardView[]> {
  const byLane = cardsByParent.get(parent) ?? new Map<Id, CardView[]>();
  cardsByParent.set(parent, byLane);
  return byLane;
}

interface Home {
  readonly alive: boolean;
  /** Absent where it cannot be told: the touchpoint lies in the tray itself. */
  readonly journey?: Id;
  readonly removedWithJourney: boolean;
  readonly lost?: { readonly collection: "phases" | "touchpoints"; readonly id: Id; readonly title: string };
}

/** Where a card's parent stands. A card on a touchpoint goes where the touchpoint goes, the tray included. */
function homeOf(records: Records, parent: Id): Home {
  const touchpoint = records.touchpoints.get(parent);
  const phase = records.phases.get(touchpoint ? touchpoint.at.value.parent : parent);
  if (phase && !journeyLives(records, phase)) return { alive: false, removedWithJourney: true };
  if (touchpoint?.del) {
    const lost = { collection: "touchpoints" as const, id: parent, title: touchpoint.title };
    return { alive: false, removedWithJourney: false, lost };
  }
  const journey = phase && records.journeys.get(phase.at.value.parent);
  if (touchpoint) return { alive: true, removedWithJourney: false, ...(journey ? { journey: journey.id } : {}) };
  if (!phase || phase.del || !journey) return { alive: false, removedWithJourney: false, ...lostPhase(phase) };
  return { alive: true, journey: journey.id, removedWithJourney: false };
}

/** A phase whose journey was removed is gone with it; one whose journey never arrived is only lost. */
function journeyLives(records: Records, phase: RecordOf<"phases">): boolean {
  return records.journeys.get(phase.at.value.parent)?.del !== true;
}

function lostOf(records: Records, home: Home, laneId: Id): Pick<UnplacedView, "lost"> {
  if (home.lost) return { lost: home.lost };
  const lane = records.lanes.get(laneId);
  return lane?.del ? { lost: { collection: "lanes", id: lane.id, title: lane.name } } : {};
}

function lostPhase(phase: RecordOf<"phases"> | undefined) {
  return phase?.del ? { lost: { collection: "phases" as const, id: phase.id, title: phase.title } } : {};
}

function holdsCards(lane: RecordOf<"lanes">): boolean {
  return lane.kind !== "touchpoint" && lane.kind !== "feeling";
}

function cardView(
  card: RecordOf<"cards">,
  lane: RecordOf<"lanes"> | undefined,
  suggestions: readonly RecordOf<"suggestions">[],
): CardView {
  const text = card.text?.value ?? card.said;
  const textBy = card.text ?? { person: card.author, time: card.made };
  return {
    id: card.id,
    kind: cardKind(lane && lane.kind !== "free" ? lane.kind : card.kind),
    text,
    body: card.body,
    author: card.author,
    authorRole: card.role,
    grade: card.grade,
    parent: card.at.value.parent,
    lane: card.at.value.lane,
    textBy: { person: textBy.person, time: textBy.time },
    ...(textBy.person === card.author ? {} : { authorsText: card.said }),
    suggestions: suggestions
      .map((it): SuggestionView => ({ id: it.id, text: it.text, author: it.author, time: it.made }))
      .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1)),
  };
}

function cardKind(kind: LaneView["kind"]): CardKind {
  return kind === "touchpoint" || kind === "feeling" ? "free" : kind;
}

const NO_CARDS: CardsByLane = {};

function touchpointView(
  touchpoint: RecordOf<"touchpoints">,
  living: Living,
  cardsByParent: ReadonlyMap<Id, CardsByLane>,
): TouchpointView {
  const [moment, ...otherMoments] = (living.momentsByTouchpoint.get(touchpoint.id) ?? [])
    .sort((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1))
    .map((it): MomentView => ({ id: it.id, author: it.author, kind: it.kind, value: it.value, reason: it.reason }));
  return {
    id: touchpoint.id,
    phase: touchpoint.at.value.parent,
    title: touchpoint.title,
    channel: touchpoint.channel,
    owner: touchpoint.owner,
    stage: touchpoint.stage,
    actors: touchpoint.actors,
    ratings: ratingViews(living.ratingsByTouchpoint.get(touchpoint.id) ?? []),
    ...(moment ? { moment } : {}),
    otherMoments,
    cardsByLane: cardsByParent.get(touchpoint.id) ?? NO_CARDS,
  };
}

function ratingViews(ratings: readonly RecordOf<"ratings">[]): RatingView[] {
  return ratings
    .map((it): RatingView => {
      const value = it.value.value;
      const raw = it.raw && it.raw[1] === value ? { raw: it.raw[0] } : {};
      return { id: it.id, person: it.person, role: it.role, value, ...raw };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function phaseView(
  phase: RecordOf<"phases">,
  touchpointsByPhase: ReadonlyMap<Id, TouchpointView[]>,
  cardsByParent: ReadonlyMap<Id, CardsByLane>,
): PhaseView {
  return {
    id: phase.id,
    ...origin(phase),
    title: phase.title,
    touchpoints: touchpointsByPhase.get(phase.id) ?? [],
    cardsByLane: cardsByParent.get(phase.id) ?? NO_CARDS,
  };
}

function laneView(lane: RecordOf<"lanes">): LaneView {
  return { id: lane.id, ...origin(lane), kind: lane.kind, name: lane.name, owner: lane.owner };
}

function origin(record: { readonly origin?: Id | undefined }): { readonly origin?: Id } {
  return record.origin === undefined ? {} : { origin: record.origin };
}

function ordered<T extends { id: Id; at: { value: { order: string } } }>(records: Iterable<T>): T[] {
  return [...records].sort((a, b) =>
    byOrder({ order: a.at.value.order, id: a.id }, { order: b.at.value.order, id: b.id }),
  );
}

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => Id): Map<Id, T[]> {
  const byKey = new Map<Id, T[]>();
  for (const item of items) push(byKey, keyOf(item), item);
  return byKey;
}

function push<T>(listByKey: Map<Id, T[]>, key: Id, item: T): void {
  const list = listByKey.get(key);
  if (list) list.push(item);
  else listByKey.set(key, [item]);
}
