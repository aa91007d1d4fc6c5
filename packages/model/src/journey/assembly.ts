/**
 * From checked records to the board as people see it: placed, ordered, repaired (SPEC R1–R7).
 *
 * What a card, rating, moment or suggestion changes is rebuilt from its holder upwards and nothing else. A change of
 * the frame (a phase, a lane, a journey, where a touchpoint stands) can send any card to the tray or bring it home: it
 * rebuilds all, and is rare.
 */

import type { BoardCollection } from "../document.ts";
import type { EntityIndex } from "../entityIndex.ts";
import { byOrder } from "../order.ts";
import { keepIdentity } from "./identity.ts";
import type { BoardRecords, RecordOf } from "./records.ts";
import type {
  BoardView,
  CardsByLane,
  Id,
  JourneyView,
  PhaseView,
  TouchpointView,
  UnplacedTouchpointView,
  UnplacedView,
} from "./schema.ts";
import { cardView, momentViews, origin, ratingViews } from "./views.ts";

interface Assembly {
  view(writable: boolean): BoardView;
  /** Says what changed since the last view. */
  note(collection: BoardCollection, id: Id, before: AnyRecord | undefined, after: AnyRecord | undefined): void;
}

/** What lies on one phase or touchpoint: the cards in their lanes, and those whose place is lost. */
interface Held {
  readonly cardsByLane: CardsByLane;
  readonly unplaced: readonly UnplacedView[];
}

/** Which phases, lanes and touchpoints stand where; the same until the frame changes. */
interface Frame {
  readonly journeys: readonly RecordOf<"journeys">[];
  readonly touchpointIdsByPhase: ReadonlyMap<Id, readonly Id[]>;
  readonly lostTouchpoints: readonly { readonly id: Id; readonly lost?: UnplacedTouchpointView["lost"] & object }[];
}

type BoardIndex = EntityIndex<BoardRecords>;
type AnyRecord = RecordOf<BoardCollection>;

const NO_CARDS: CardsByLane = {};

export function openAssembly(index: BoardIndex): Assembly {
  const { records, heldBy } = index;
  let frame: Frame | undefined;
  let previous: BoardView | undefined;
  const heldByHolder = new Map<Id, Held>();
  const touchpointViews = new Map<Id, TouchpointView>();
  const phaseViews = new Map<Id, PhaseView>();
  const journeyViews = new Map<Id, JourneyView>();

  function note(
    collection: BoardCollection,
    id: Id,
    before: AnyRecord | undefined,
    after: AnyRecord | undefined,
  ): void {
    if (!frame) return;
    if (changesFrame(collection, before, after)) frame = undefined;
    else for (const holder of holdersTouched(collection, id, before, after)) forget(holder);
  }

  /** The holders whose own view shows the record. */
  function holdersTouched(collection: BoardCollection, id: Id, ...states: readonly (AnyRecord | undefined)[]): Id[] {
    if (collection === "touchpoints") return [id];
    return states.flatMap((state) => {
      if (!state) return [];
      if (collection === "cards") return [(state as RecordOf<"cards">).at.value.parent];
      if (collection === "suggestions")
        return [records.cards.get((state as RecordOf<"suggestions">).card)?.at.value.parent ?? ""];
      return [(state as RecordOf<"ratings">).touchpoint];
    });
  }

  function forget(holder: Id): void {
    heldByHolder.delete(holder);
    touchpointViews.delete(holder);
    const phase = records.touchpoints.get(holder)?.at.value.parent ?? holder;
    phaseViews.delete(phase);
    journeyViews.delete(records.phases.get(phase)?.at.value.parent ?? "");
  }

  function view(writable: boolean): BoardView {
    if (!frame) {
      for (const cache of [heldByHolder, touchpointViews, phaseViews, journeyViews]) cache.clear();
      frame = readFrame(index);
    }
    const { journeys, lostTouchpoints } = frame;
    const next: BoardView = {
      journeys: journeys.map((journey) => kept(journeyViews, journey.id, () => buildJourney(journey))),
      unplaced: unplacedCards(),
      unplacedTouchpoints: lostTouchpoints.map(({ id, lost }) => ({
        touchpoint: touchpointView(id),
        ...(lost ? { lost } : {}),
      })),
      ghosts: index.ghosts.size,
      writable,
    };
    previous = previous ? keepIdentity(previous, next) : next;
    return previous;
  }

  function buildJourney(journey: RecordOf<"journeys">): JourneyView {
    return {
      id: journey.id,
      ...origin(journey),
      title: journey.title,
      customerType: journey.customerType,
      variant: journey.variant,
      scale: journey.scale,
      phases: inOrder(heldBy("phases", journey.id)).map((phase) => kept(phaseViews, phase.id, () => buildPhase(phase))),
      lanes: inOrder(heldBy("lanes", journey.id)).map((lane) => ({
        id: lane.id,
        ...origin(lane),
        kind: lane.kind,
        name: lane.name,
        owner: lane.owner,
      })),
    };
  }

  function buildPhase(phase: RecordOf<"phases">): PhaseView {
    const touchpoints = (frame?.touchpointIdsByPhase.get(phase.id) ?? []).map(touchpointView);
    return { id: phase.id, ...origin(phase), title: phase.title, touchpoints, cardsByLane: held(phase.id).cardsByLane };
  }

  function touchpointView(id: Id): TouchpointView {
    return kept(touchpointViews, id, () => {
      const touchpoint = records.touchpoints.get(id) as RecordOf<"touchpoints">;
      return {
        id,
        phase: touchpoint.at.value.parent,
        title: touchpoint.title,
        channel: touchpoint.channel,
        owner: touchpoint.owner,
        stage: touchpoint.stage,
        actors: touchpoint.actors,
        ratings: ratingViews(heldBy("ratings", id).filter(isLiving)),
        ...momentViews(heldBy("moments", id).filter(isLiving)),
        cardsByLane: held(id).cardsByLane,
      };
    });
  }

  function held(holder: Id): Held {
    return kept(heldByHolder, holder, () => {
      const cards = inOrder(heldBy("cards", holder));
      if (cards.length === 0) return { cardsByLane: NO_CARDS, unplaced: [] };
      const home = homeOf(index, holder);
      const cardsByLane = new Map<Id, ReturnType<typeof cardView>[]>();
      const unplaced: UnplacedView[] = [];
      for (const card of home.removedWithJourney ? [] : cards) {
        const lane = records.lanes.get(card.at.value.lane);
        const suggestions = heldBy("suggestions", card.id).filter(isLiving);
        const shown = cardView(card, lane?.del ? undefined : lane, suggestions);
        if (home.isThere && fits(lane, home.journey)) {
          const inLane = cardsByLane.get(card.at.value.lane);
          if (inLane) inLane.push(shown);
          else cardsByLane.set(card.at.value.lane, [shown]);
        } else unplaced.push({ card: shown, ...(lostOf(home, lane) ?? {}) });
      }
      return { cardsByLane: cardsByLane.size === 0 ? NO_CARDS : sortedRecord(cardsByLane), unplaced };
    });
  }

  function unplacedCards(): readonly UnplacedView[] {
    const all: UnplacedView[] = [];
    for (const holder of index.holders("cards")) all.push(...held(holder).unplaced);
    const orderOf = (id: Id) => ({ id, order: records.cards.get(id)?.at.value.order ?? "" });
    return all.sort((a, b) => byOrder(orderOf(a.card.id), orderOf(b.card.id)));
  }

  return { view, note };
}

/** Phases and touchpoints in their order, and the touchpoints that lost their phase. */
function readFrame({ records }: BoardIndex): Frame {
  const touchpointIdsByPhase = new Map<Id, Id[]>();
  const lostTouchpoints: { id: Id; lost?: NonNullable<UnplacedTouchpointView["lost"]> }[] = [];
  for (const touchpoint of inOrder([...records.touchpoints.values()])) {
    const phase = records.phases.get(touchpoint.at.value.parent);
    const journey = phase && records.journeys.get(phase.at.value.parent);
    if (journey?.del) continue;
    if (phase && !phase.del && journey) {
      const ids = touchpointIdsByPhase.get(phase.id);
      if (ids) ids.push(touchpoint.id);
      else touchpointIdsByPhase.set(phase.id, [touchpoint.id]);
    } else lostTouchpoints.push({ id: touchpoint.id, ...lostPhase(phase) });
  }
  return { journeys: inOrder([...records.journeys.values()]), touchpointIdsByPhase, lostTouchpoints };
}

function changesFrame(
  collection: BoardCollection,
  before: AnyRecord | undefined,
  after: AnyRecord | undefined,
): boolean {
  if (collection === "journeys" || collection === "phases" || collection === "lanes") return true;
  if (collection !== "touchpoints") return false;
  const [old, now] = [before as RecordOf<"touchpoints"> | undefined, after as RecordOf<"touchpoints"> | undefined];
  if (!old || !now || old.del !== now.del) return true;
  return old.at.value.parent !== now.at.value.parent || old.at.value.order !== now.at.value.order;
}

interface Home {
  /** Somebody can see what lies there. */
  readonly isThere: boolean;
  /** Absent where it cannot be told: the touchpoint lies in the tray itself. */
  readonly journey?: Id;
  readonly removedWithJourney: boolean;
  readonly lost?: NonNullable<UnplacedView["lost"]>;
}

/** Where a card's parent stands. A card on a touchpoint goes where the touchpoint goes, the tray included. */
function homeOf({ records }: BoardIndex, parent: Id): Home {
  const touchpoint = records.touchpoints.get(parent);
  const phase = records.phases.get(touchpoint ? touchpoint.at.value.parent : parent);
  const journey = phase && records.journeys.get(phase.at.value.parent);
  if (journey?.del) return { isThere: false, removedWithJourney: true };
  if (touchpoint?.del) {
    const lost = { collection: "touchpoints" as const, id: parent, title: touchpoint.title };
    return { isThere: false, removedWithJourney: false, lost };
  }
  if (touchpoint) return { isThere: true, removedWithJourney: false, ...(journey ? { journey: journey.id } : {}) };
  if (!phase || phase.del || !journey) return { isThere: false, removedWithJourney: false, ...lostPhase(phase) };
  return { isThere: true, journey: journey.id, removedWithJourney: false };
}

/** A card stands in a living lane for cards, of the journey that its parent is in. */
function fits(lane: RecordOf<"lanes"> | undefined, journey: Id | undefined): boolean {
  if (!lane || lane.del || lane.kind === "touchpoint" || lane.kind === "feeling") return false;
  return journey === undefined || lane.at.value.parent === journey;
}

function lostOf(home: Home, lane: RecordOf<"lanes"> | undefined): Pick<UnplacedView, "lost"> | undefined {
  if (home.lost) return { lost: home.lost };
  return lane?.del ? { lost: { collection: "lanes", id: lane.id, title: lane.name } } : undefined;
}

function lostPhase(phase: RecordOf<"phases"> | undefined) {
  return phase?.del ? { lost: { collection: "phases" as const, id: phase.id, title: phase.title } } : {};
}

/** Keys in one order, so that equal views are equal to the letter. */
function sortedRecord<T>(valueByKey: ReadonlyMap<Id, T>): Readonly<Record<Id, T>> {
  return Object.fromEntries([...valueByKey].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isLiving(record: { readonly del: boolean }): boolean {
  return !record.del;
}

/** The living ones, by (order, id). */
function inOrder<T extends { id: Id; del: boolean; at: { value: { order: string } } }>(held: readonly T[]): T[] {
  return held
    .filter(isLiving)
    .sort((a, b) => byOrder({ order: a.at.value.order, id: a.id }, { order: b.at.value.order, id: b.id }));
}

function kept<T>(cache: Map<Id, T>, id: Id, build: () => T): T {
  const known = cache.get(id);
  if (known !== undefined) return known;
  const built = build();
  cache.set(id, built);
  return built;
}
