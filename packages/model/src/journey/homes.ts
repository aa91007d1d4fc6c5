/** Where cards and touchpoints stand, and what became of those that stand nowhere. */
import type { EntityIndex } from "../entityIndex.ts";
import type { BoardRecords, RecordOf } from "./records.ts";
import type { Id, UnplacedView } from "./schema.ts";
import { isTakenAway } from "./takenAway.ts";
import { wordsOfCard } from "./writtenFor.ts";

type BoardIndex = EntityIndex<BoardRecords>;

interface Home {
  /** Somebody can see what lies there. */
  readonly isThere: boolean;
  /** Absent where it cannot be told: the touchpoint lies in the tray itself. */
  readonly journey?: Id;
  readonly removedWithJourney: boolean;
  readonly lost?: NonNullable<UnplacedView["lost"]>;
}

/** Where a card's parent stands. A card on a touchpoint goes where the touchpoint goes, the tray included. */
export function homeOf({ records }: BoardIndex, parent: Id): Home {
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
export function fits(lane: RecordOf<"lanes"> | undefined, journey: Id | undefined): boolean {
  if (!lane || lane.del || lane.kind === "touchpoint" || lane.kind === "feeling") return false;
  return journey === undefined || lane.at.value.parent === journey;
}

/** What to restore for a card in the tray, when it is known. */
export function lostOf(home: Home, lane: RecordOf<"lanes"> | undefined): Pick<UnplacedView, "lost"> | undefined {
  if (home.lost) return { lost: home.lost };
  return lane?.del ? { lost: { collection: "lanes", id: lane.id, title: lane.name } } : undefined;
}

export function lostPhase(phase: RecordOf<"phases"> | undefined) {
  return phase?.del ? { lost: { collection: "phases" as const, id: phase.id, title: phase.title } } : {};
}

/** The journey that shows a card or touchpoint in its place; `undefined` for what is gone or in the tray. */
export function journeyShowing(index: BoardIndex, id: Id): Id | undefined {
  const { records } = index;
  const card = records.cards.get(id);
  if (card?.del) return undefined;
  const parent = card ? card.at.value.parent : id;
  const touchpoint = records.touchpoints.get(parent);
  if (!card && !touchpoint) return undefined;
  const phase = records.phases.get(touchpoint ? touchpoint.at.value.parent : parent);
  const { isThere, journey } = homeOf(index, parent);
  if (!isThere || journey === undefined || !phase || phase.del) return undefined;
  return !card || fits(records.lanes.get(card.at.value.lane), journey) ? journey : undefined;
}

/** Where something stands that hangs on `subject`. */
export type Standing =
  /** With its subject: in its place, in the tray, or hidden with a removed journey. */
  | { readonly with: "subject" }
  /** The subject is gone; `lost` is what to restore, when it is known. */
  | {
      readonly with: "nothing";
      readonly lost?: { collection: "cards" | "touchpoints" | "claims" | "phases" | "lanes"; id: Id; title: string };
    };

const WITH_SUBJECT: Standing = { with: "subject" };

/** For what hangs on a card or a touchpoint. */
export function standingOn(index: BoardIndex, subject: Id): Standing {
  const card = index.records.cards.get(subject);
  if (!card) return standingOnTouchpoint(index, subject);
  // What hangs on something that was taken away is hidden with it: a list would tell of it.
  if (!card.del || isTakenAway(card) || homeOf(index, card.at.value.parent).removedWithJourney) return WITH_SUBJECT;
  return { with: "nothing", lost: { collection: "cards", id: subject, title: wordsOfCard(card) } };
}

/** For comments, which hang on anything of a map and on the map itself. */
export function standingOfTalk(index: BoardIndex, subject: Id): Standing {
  const { journeys, phases, lanes, touchpoints, cards } = index.records;
  if (cards.has(subject) || touchpoints.has(subject)) return standingOn(index, subject);
  if (journeys.has(subject)) return WITH_SUBJECT;
  const phase = phases.get(subject);
  const part = phase ?? lanes.get(subject);
  if (!part) return { with: "nothing" };
  if (!part.del || journeys.get(part.at.value.parent)?.del) return WITH_SUBJECT;
  if (phase) return { with: "nothing", ...lostPhase(phase) };
  return { with: "nothing", lost: { collection: "lanes", id: subject, title: lanes.get(subject)?.name ?? "" } };
}

/** For what hangs on a touchpoint only. */
export function standingOnTouchpoint(index: BoardIndex, subject: Id): Standing {
  const touchpoint = index.records.touchpoints.get(subject);
  if (!touchpoint) return { with: "nothing" };
  if (!touchpoint.del || homeOf(index, subject).removedWithJourney) return WITH_SUBJECT;
  return { with: "nothing", lost: { collection: "touchpoints", id: subject, title: touchpoint.title } };
}

/** For what hangs on a claim. */
export function standingOnClaim(index: BoardIndex, subject: Id): Standing {
  const claim = index.records.claims.get(subject);
  if (!claim) return { with: "nothing" };
  // As with a card.
  if (!claim.del || isTakenAway(claim) || homeOf(index, claim.touchpoint).removedWithJourney) return WITH_SUBJECT;
  return { with: "nothing", lost: { collection: "claims", id: subject, title: claim.text?.value ?? claim.said } };
}
