/** Picks among what a person sees on a board. */
import type { BoardView, CardView } from "@sameside/model";
import type { Random } from "../../support/random.ts";
import { beforeAmong, idAmong, ownAmong, type RemovedByCollection, removedAmong, takenFrom } from "./subject.ts";

export type BoardSeen = ReturnType<typeof lookAtBoard>;

export function lookAtBoard(view: BoardView, removed: RemovedByCollection) {
  const phases = view.journeys.flatMap((journey) => journey.phases);
  const touchpoints = [
    ...phases.flatMap((phase) => phase.touchpoints),
    ...view.unplacedTouchpoints.map((it) => it.touchpoint),
  ];
  const cards = shownCards(view);
  const suggestions = cards.flatMap((card) => card.suggestions);
  const lost = [...view.unplaced, ...view.unplacedTouchpoints, ...view.lost].flatMap((it) =>
    it.lost ? [it.lost] : [],
  );
  const subjects = [...cards, ...touchpoints];
  const evidence = subjects.flatMap((it) => it.evidence);
  const talkedAbout = [...subjects, ...view.journeys, ...phases, ...view.journeys.flatMap(({ lanes }) => lanes)];
  const threads = talkedAbout.flatMap((it) => it.threads);
  const claims = touchpoints.flatMap((it) => it.claims);
  const accounts = claims.flatMap((claim) => claim.accounts);
  const moments = touchpoints.flatMap((it) => (it.moment ? [it.moment, ...it.otherMoments] : []));
  const quotes = view.quotes ?? [];
  const topics = view.topics ?? [];
  const said = topics.flatMap((topic) => [topic, ...topic.builtOn]);
  const comments = threads.flatMap((thread) => thread.comments);
  const saidByCollection = { cards, comments, topics: said, quotes, evidence, claims, accounts, suggestions };
  return {
    journey: (random: Random) => idAmong(random, view.journeys),
    phase: (random: Random) => idAmong(random, phases),
    lane: (random: Random) =>
      idAmong(
        random,
        view.journeys.flatMap((journey) => journey.lanes),
      ),
    touchpoint: (random: Random) => idAmong(random, touchpoints),
    /** Mostly one that this person has rated. */
    ratedTouchpoint: (random: Random, person: string) => {
      const rated = touchpoints.filter(({ ratings }) => ratings.some((rating) => rating.person === person));
      return idAmong(random, random.chance(0.8) ? rated : touchpoints);
    },
    card: (random: Random) => idAmong(random, cards),
    ownCard: (random: Random, person: string) => ownAmong(random, cards, person),
    /** Mostly one that somebody wrote down for this person. */
    awaitingCard: (random: Random, person: string) => {
      const awaiting = cards.filter(({ author, writtenBy }) => author === person && writtenBy !== undefined);
      return idAmong(random, random.chance(0.8) ? awaiting : cards);
    },
    subject: (random: Random) => idAmong(random, subjects),
    /** Mostly a card or a touchpoint. */
    talkSubject: (random: Random) => idAmong(random, random.chance(0.6) ? subjects : talkedAbout),
    moment: (random: Random) => idAmong(random, moments),
    evidence: (random: Random) => idAmong(random, evidence),
    thread: (random: Random) => idAmong(random, threads),
    comment: (random: Random) =>
      idAmong(
        random,
        threads.flatMap((thread) => thread.comments),
      ),
    claim: (random: Random) => idAmong(random, claims),
    account: (random: Random) => idAmong(random, accounts),
    ownAccount: (random: Random, person: string) => ownAmong(random, accounts, person),
    connector: (random: Random) =>
      idAmong(
        random,
        view.journeys.flatMap((journey) => journey.connectors),
      ),
    suggestion: (random: Random) => idAmong(random, suggestions),
    quote: (random: Random) => idAmong(random, quotes),
    ownQuote: (random: Random, person: string) => ownAmong(random, quotes, person),
    topic: (random: Random) => idAmong(random, said),
    ownTopic: (random: Random, person: string) => ownAmong(random, said, person),
    beforeTopic: (random: Random) => beforeAmong(random, topics),
    lost: (random: Random) => random.pick(lost) ?? ({ collection: "cards", id: "gone" } as const),
    said(random: Random) {
      const collection = random.pick(SAID.filter((each) => saidByCollection[each].length > 0)) ?? "cards";
      return { collection, id: idAmong(random, saidByCollection[collection]) };
    },
    takenSaid(random: Random) {
      const collection = random.pick(SAID.filter((each) => removed.has(takenFrom(each)))) ?? "cards";
      return { collection, id: removedAmong(random, removed, takenFrom(collection)) };
    },
    before: (random: Random) => beforeAmong(random, cards),
    cell(random: Random) {
      const journey = random.pick(view.journeys);
      const phase = random.pick(journey?.phases ?? []);
      const parent = random.chance(0.75) ? (random.pick(phase?.touchpoints ?? []) ?? phase) : phase;
      const lanes = journey?.lanes.filter((lane) => lane.kind !== "touchpoint" && lane.kind !== "feeling") ?? [];
      return { parent: parent?.id ?? "gone", lane: idAmong(random, lanes) };
    },
  };
}

const SAID = ["cards", "comments", "topics", "quotes", "evidence", "claims", "accounts", "suggestions"] as const;

/** All cards of a board: those that stand on a journey, in reading order, and those in the tray. */
export function shownCards(view: BoardView): CardView[] {
  const holders = view.journeys.flatMap((journey) => journey.phases).flatMap((phase) => [phase, ...phase.touchpoints]);
  const homeless = view.unplacedTouchpoints.map((it) => it.touchpoint);
  const standing = [...holders, ...homeless].flatMap((holder) => Object.values(holder.cardsByLane).flat());
  return [...standing, ...view.unplaced.map((it) => it.card)];
}
