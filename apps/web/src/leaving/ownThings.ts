/** What stands under a person's name on a board, in the order of the maps, to be read back to them (S0-27). Pure. */
import type {
  BoardView,
  CardView,
  EvidenceView,
  Id,
  JourneyView,
  LostView,
  RatingView,
  ThreadView,
  TouchpointView,
  WordsView,
} from "@sameside/model";

export type ThingKind = "card" | "quote" | "evidence" | "comment" | "claim" | "account" | "topic";

export interface OwnThing {
  readonly kind: ThingKind;
  readonly id: Id;
  readonly text: string;
  /** The title of what it stands on; "" where it stands on nothing. */
  readonly place: string;
  /** Who wrote it down, as long as its author has not agreed to it. */
  readonly writtenBy?: Id;
  /** Of a quote that hangs on the map: the evidence that it became, in the same words. */
  readonly evidence?: Id;
}

export interface OwnFeeling {
  readonly touchpoint: Id;
  readonly place: string;
  readonly rating: RatingView;
  /** Whose scale it is on. */
  readonly journey: JourneyView;
}

export interface OwnOnBoard {
  /** What waits for a yes first. */
  readonly things: readonly OwnThing[];
  readonly feelings: readonly OwnFeeling[];
}

export function ownOnBoard(view: BoardView, person: Id): OwnOnBoard {
  const touchpoints = view.unplacedTouchpoints.map(({ touchpoint }) => touchpoint);
  const quotes = (view.quotes ?? []).filter((quote) => isOwn(quote, person));
  const landed = new Set(quotes.map((quote) => quote.landed?.evidence));
  const things = [
    ...view.journeys.flatMap((journey) => [
      ...hanging([], journey.threads, journey.title),
      ...journey.phases.flatMap((phase) => [...onPhase(phase), ...phase.touchpoints.flatMap(onTouchpoint)]),
      ...journey.lanes.flatMap(({ threads, name }) => hanging([], threads, name)),
    ]),
    ...touchpoints.flatMap(onTouchpoint),
    ...view.unplaced.flatMap(({ card }) => onCard(card, "")),
    ...view.lost.flatMap(ofLost),
    ...quotes.map(ofQuote),
    ...(view.topics ?? []).flatMap((topic) => [topic, ...topic.builtOn]).flatMap((topic) => said("topic", topic, "")),
  ].filter(({ kind, id }) => kind !== "evidence" || !landed.has(id));
  return {
    things: [...things.filter(isAwaited), ...things.filter((thing) => !isAwaited(thing))],
    feelings: view.journeys.flatMap((journey) => feelingsIn(journey, person)),
  };

  function onPhase({ title, cardsByLane, threads }: JourneyView["phases"][number]): OwnThing[] {
    const onCards = Object.values(cardsByLane).flatMap((cards) => cards.flatMap((card) => onCard(card, title)));
    return [...onCards, ...hanging([], threads, title)];
  }

  function onTouchpoint({ title, cardsByLane, evidence, threads, claims }: TouchpointView): OwnThing[] {
    return [
      ...Object.values(cardsByLane).flatMap((cards) => cards.flatMap((card) => onCard(card, title))),
      ...claims.flatMap(({ claim, accounts }) => [
        ...said("claim", claim, title),
        ...accounts.flatMap((account) => said("account", account, title)),
      ]),
      ...hanging(evidence, threads, title),
    ];
  }

  function onCard(card: CardView, place: string): OwnThing[] {
    const { id, text, writtenBy } = card;
    const own: OwnThing = { kind: "card", id, text, place, ...(writtenBy !== undefined && { writtenBy }) };
    return [...(isOwn(card, person) ? [own] : []), ...hanging(card.evidence, card.threads, place)];
  }

  function hanging(evidence: readonly EvidenceView[], threads: readonly ThreadView[], place: string): OwnThing[] {
    return [
      ...evidence.flatMap((each) => said("evidence", { ...each, text: each.text || each.url }, place)),
      ...threads.flatMap(({ comments }) => comments.flatMap((comment) => said("comment", comment, place))),
    ];
  }

  function ofLost(lost: LostView): OwnThing[] {
    const place = lost.lost?.title ?? "";
    if (lost.kind === "evidence") return hanging([lost.evidence], [], place);
    if (lost.kind === "thread") return hanging([], [lost.thread], place);
    if (lost.kind === "account") return said("account", lost.account, place);
    const { claim, accounts } = lost.claim;
    return [...said("claim", claim, place), ...accounts.flatMap((account) => said("account", account, place))];
  }

  function said(kind: ThingKind, words: WordsView & { readonly id: Id }, place: string): OwnThing[] {
    return isOwn(words, person) ? [{ kind, id: words.id, text: words.text, place }] : [];
  }
}

type QuoteView = NonNullable<BoardView["quotes"]>[number];

function ofQuote({ id, text, writtenBy, isConfirmed, landed }: QuoteView): OwnThing {
  return {
    ...{ kind: "quote", id, text, place: "" },
    ...(writtenBy !== undefined && !isConfirmed && { writtenBy }),
    ...(landed && { evidence: landed.evidence }),
  };
}

function feelingsIn(journey: JourneyView, person: Id): OwnFeeling[] {
  return journey.phases
    .flatMap(({ touchpoints }) => touchpoints)
    .flatMap(({ id, title, ratings }) => {
      const rating = ratings.find((each) => each.person === person);
      return rating ? [{ touchpoint: id, place: title, rating, journey }] : [];
    });
}

function isAwaited({ writtenBy }: OwnThing): boolean {
  return writtenBy !== undefined;
}

/** What was withdrawn says nothing that could be read back. */
function isOwn({ author, withdrawn }: Pick<CardView, "author" | "withdrawn">, person: Id): boolean {
  return author === person && !withdrawn;
}
