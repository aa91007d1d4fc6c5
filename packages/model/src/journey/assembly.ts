/**
 * From checked records to the board as people see it: placed, ordered, repaired (SPEC R1–R7).
 *
 * What a card, a rating or anything that hangs on a thing of a map changes is rebuilt from its holder upwards and
 * nothing else. A change of the frame (a phase, a lane, a journey, where a touchpoint stands) can send any card to the tray or bring it home: it
 * rebuilds all, and is rare.
 */

import type { BoardCollection } from "../document.ts";
import type { EntityIndex } from "../entityIndex.ts";
import { byOrder } from "../order.ts";
import type { LostView, QuoteView, TopicView } from "./attachments.ts";
import { claimViews, connectorViews, evidenceViews, threadViews } from "./attachmentViews.ts";
import { fits, homeOf, journeyShowing, lostOf, lostPhase } from "./homes.ts";
import { keepIdentity } from "./identity.ts";
import { changesLost, readLost } from "./lost.ts";
import { readQuotes } from "./quotes.ts";
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
import { readTopics } from "./topics.ts";
import { cardView, durationView, journeyFacts, lock, metricViews, momentViews, origin, ratingViews } from "./views.ts";

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
  let lost: readonly LostView[] | undefined;
  let topics: readonly TopicView[] | undefined;
  let quotes: readonly QuoteView[] | undefined;
  const heldByHolder = new Map<Id, Held>();
  /** Holders that changed since the last view; a board has thousands, and a change touches one or two. */
  const touchedHolders = new Set<Id>();
  /** Only the holders that have some. */
  const unplacedByHolder = new Map<Id, readonly UnplacedView[]>();
  let unplaced: readonly UnplacedView[] = [];
  const touchpointViews = new Map<Id, TouchpointView>();
  const phaseViews = new Map<Id, PhaseView>();
  const journeyViews = new Map<Id, JourneyView>();

  function note(
    collection: BoardCollection,
    id: Id,
    before: AnyRecord | undefined,
    after: AnyRecord | undefined,
  ): void {
    if (collection === "topics") topics = undefined;
    // What became of a quote stands with it.
    if (collection === "quotes" || collection === "evidence") quotes = undefined;
    if (!frame || collection === "topics" || collection === "quotes") return;
    if (lost && changesLost(index, collection, id, before, after)) lost = undefined;
    if (changesFrame(collection, before, after)) frame = undefined;
    else for (const holder of holdersTouched(collection, id, before, after)) forget(holder);
  }

  /** The holders whose own view shows the record. */
  function holdersTouched(collection: BoardCollection, id: Id, ...states: readonly (AnyRecord | undefined)[]): Id[] {
    if (collection === "touchpoints") return [id];
    return states.flatMap((state) => (state ? subjectsOf(collection, state) : [])).flatMap(holdersOf);
  }

  /** What a record hangs on. */
  function subjectsOf(collection: BoardCollection, record: AnyRecord): Id[] {
    switch (collection) {
      case "cards":
        return [(record as RecordOf<"cards">).at.value.parent];
      case "suggestions":
        return [(record as RecordOf<"suggestions">).card];
      case "evidence":
        return [(record as RecordOf<"evidence">).subject.value];
      case "comments":
        return [(record as RecordOf<"comments">).subject];
      case "connectors":
        return [(record as RecordOf<"connectors">).from, (record as RecordOf<"connectors">).to];
      case "accounts":
        return [records.claims.get((record as RecordOf<"accounts">).claim)?.touchpoint ?? ""];
      default:
        return [(record as RecordOf<"ratings" | "moments" | "claims">).touchpoint];
    }
  }

  /** What shows a thing. A card is shown by its phase or touchpoint; a peer may have given it a touchpoint's id. */
  function holdersOf(id: Id): Id[] {
    const card = records.cards.get(id);
    return card ? [card.at.value.parent, id] : [id];
  }

  function forget(holder: Id): void {
    touchedHolders.add(holder);
    heldByHolder.delete(holder);
    touchpointViews.delete(holder);
    const phase = records.touchpoints.get(holder)?.at.value.parent ?? holder;
    // Comments hang on phases, lanes and journeys, too; and a peer may have given two things one id.
    for (const each of [phase, holder]) phaseViews.delete(each);
    const parts = [records.phases.get(phase), records.phases.get(holder), records.lanes.get(holder)];
    for (const each of [holder, ...parts.map((part) => part?.at.value.parent)])
      if (each !== undefined) journeyViews.delete(each);
  }

  function view(writable: boolean): BoardView {
    if (!frame) {
      for (const cache of [heldByHolder, touchpointViews, phaseViews, journeyViews]) cache.clear();
      unplacedByHolder.clear();
      for (const holder of index.holders("cards")) touchedHolders.add(holder);
      frame = readFrame(index);
      lost = undefined;
    }
    lost ??= readLost(index);
    topics ??= readTopics(index);
    quotes ??= readQuotes(index);
    const { journeys, lostTouchpoints } = frame;
    const next: BoardView = {
      journeys: journeys.map((journey) => kept(journeyViews, journey.id, () => buildJourney(journey))),
      unplaced: unplacedCards(),
      unplacedTouchpoints: lostTouchpoints.map(({ id, ...found }) => ({ touchpoint: touchpointView(id), ...found })),
      lost,
      ...(topics.length > 0 ? { topics } : {}),
      ...(quotes.length > 0 ? { quotes } : {}),
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
      ...journeyFacts(journey),
      scale: journey.scale,
      ...(journey.frameLocked ? { frameLocked: true } : {}),
      threads: threadsOn(journey.id),
      phases: inOrder(heldBy("phases", journey.id)).map((phase) => kept(phaseViews, phase.id, () => buildPhase(phase))),
      lanes: inOrder(heldBy("lanes", journey.id)).map((lane) => ({
        id: lane.id,
        ...origin(lane),
        kind: lane.kind,
        name: lane.name,
        ...lock(lane),
        owner: lane.owner,
        ...metricViews(lane.metrics),
        returns: lane.returns,
        threads: threadsOn(lane.id),
      })),
      connectors: connectorViews(
        [...records.connectors.values()].filter((it) => isShownIn(journey.id, it.from) && isShownIn(journey.id, it.to)),
      ),
    };
  }

  function isShownIn(journey: Id, id: Id): boolean {
    return journeyShowing(index, id) === journey;
  }

  function buildPhase(phase: RecordOf<"phases">): PhaseView {
    const touchpoints = (frame?.touchpointIdsByPhase.get(phase.id) ?? []).map(touchpointView);
    const { cardsByLane } = held(phase.id);
    const threads = threadsOn(phase.id);
    return { id: phase.id, ...origin(phase), title: phase.title, ...lock(phase), threads, touchpoints, cardsByLane };
  }

  function touchpointView(id: Id): TouchpointView {
    return kept(touchpointViews, id, () => {
      const touchpoint = records.touchpoints.get(id) as RecordOf<"touchpoints">;
      return {
        id,
        ...origin(touchpoint),
        phase: touchpoint.at.value.parent,
        title: touchpoint.title,
        channel: touchpoint.channel,
        owner: touchpoint.owner,
        stage: touchpoint.stage,
        ...durationView(touchpoint),
        actors: touchpoint.actors,
        ...lock(touchpoint),
        ratings: ratingViews(heldBy("ratings", id).filter(isLiving)),
        ...momentViews(heldBy("moments", id).filter(isLiving)),
        claims: claimViews(heldBy("claims", id), (claim) => heldBy("accounts", claim)),
        ...hangingOn(id),
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
        const shown = cardView(card, lane?.del ? undefined : lane, { suggestions, ...hangingOn(card.id) });
        if (home.isThere && fits(lane, home.journey)) {
          const inLane = cardsByLane.get(card.at.value.lane);
          if (inLane) inLane.push(shown);
          else cardsByLane.set(card.at.value.lane, [shown]);
        } else unplaced.push({ card: shown, ...(lostOf(home, lane) ?? {}) });
      }
      return { cardsByLane: cardsByLane.size === 0 ? NO_CARDS : sortedRecord(cardsByLane), unplaced };
    });
  }

  function hangingOn(subject: Id) {
    return { evidence: evidenceViews(heldBy("evidence", subject)), threads: threadsOn(subject) };
  }

  function threadsOn(subject: Id) {
    return threadViews(heldBy("comments", subject));
  }

  function unplacedCards(): readonly UnplacedView[] {
    const before = unplacedByHolder.size;
    for (const holder of touchedHolders) {
      const ofHolder = held(holder).unplaced;
      if (ofHolder.length > 0) unplacedByHolder.set(holder, ofHolder);
      else unplacedByHolder.delete(holder);
    }
    touchedHolders.clear();
    if (before === 0 && unplacedByHolder.size === 0 && unplaced.length === 0) return unplaced;
    const orderOf = (id: Id) => ({ id, order: records.cards.get(id)?.at.value.order ?? "" });
    unplaced = [...unplacedByHolder.values()].flat().sort((a, b) => byOrder(orderOf(a.card.id), orderOf(b.card.id)));
    return unplaced;
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
