/** A board, and what must hold on every one, whatever was done to it (SPEC R1, R3, R7, C4, C5, D4). */
import {
  addJourney,
  asBoardDocument,
  type BoardDocument,
  type BoardView,
  type CardView,
  MOMENT_VALUE,
  openBoardReader,
  readBoard,
} from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import type * as Y from "yjs";
import { changedTexts, honestGhosts, type Ledger, type OwnText, registerAt } from "../ledger.ts";
import { BOARD_PLAYS, firstJourney } from "./boardPlays.ts";
import { type BoardSeen, lookAtBoard, shownCards } from "./boardSeen.ts";
import { type Subject, WORKSHOP } from "./subject.ts";

export const BOARD: Subject<BoardDocument, BoardView, BoardSeen> = {
  room: boardRoom(WORKSHOP, "main"),
  take: asBoardDocument,
  read: readBoard,
  follow: openBoardReader,
  look: lookAtBoard,
  plays: BOARD_PLAYS,
  begin: (random, board, by) => void addJourney(board, by, firstJourney(random)),
  ownTexts: (view) => shownCards(view).filter(isAuthors).map(ownText),
  brokenRules(view, doc, ledger) {
    const cards = shownCards(view);
    return [
      ...cardsTwice(cards),
      ...honestGhosts(view.ghosts, ledger),
      ...lostCards(doc, new Set(cards.map((card) => card.id)), ledger),
      ...rewordedCards(cards, ledger),
      ...changedTexts("cards", cards.filter(isAuthors).map(ownText), ledger),
      ...view.journeys.flatMap((journey) => [...foreignLanes(journey), ...wrongFeelings(journey, ledger)]),
    ];
  },
};

type JourneyView = BoardView["journeys"][number];

/** What another wrote down for its author is not theirs until they agree. */
function isAuthors({ writtenBy }: CardView): boolean {
  return writtenBy === undefined;
}

function ownText({ id, author, text }: CardView): OwnText {
  return { id, author, text };
}

function cardsTwice(cards: readonly CardView[]): string[] {
  return new Set(cards.map((card) => card.id)).size < cards.length ? ["R1: a card is shown twice"] : [];
}

function rewordedCards(cards: readonly CardView[], { touched }: Ledger): string[] {
  const reworded = cards.filter((card) => !touched.has(`cards/${card.id}`) && card.textBy.person !== card.author);
  return reworded.map(() => "C4: a card was reworded by somebody else");
}

function foreignLanes({ lanes, phases }: JourneyView): string[] {
  const ids = new Set(lanes.map((lane) => lane.id));
  const used = phases.flatMap((phase) => [phase, ...phase.touchpoints]).flatMap((it) => Object.keys(it.cardsByLane));
  return used.filter((lane) => !ids.has(lane)).map(() => "R1: a card stands in a lane its journey does not have");
}

function wrongFeelings({ phases }: JourneyView, { touched }: Ledger): string[] {
  const wrong: string[] = [];
  for (const touchpoint of phases.flatMap((phase) => phase.touchpoints)) {
    const honest = touchpoint.ratings.filter((rating) => !touched.has(`ratings/${rating.id}`));
    const people = honest.map((rating) => rating.person);
    if (new Set(people).size !== people.length) wrong.push("C5: a person rated one touchpoint twice");
    if (touchpoint.ratings.some((rating) => Math.abs(rating.value) > 1)) wrong.push("R7: a rating beyond its range");
    const moments = touchpoint.moment ? [touchpoint.moment, ...touchpoint.otherMoments] : touchpoint.otherMoments;
    if (moments.some((moment) => moment.value < MOMENT_VALUE.min || moment.value > MOMENT_VALUE.max))
      wrong.push("R7: a value beyond its range");
  }
  return wrong;
}

/** R1, D4: what somebody wrote and nobody removed is in a cell or in the tray, unless its whole journey was removed. */
function lostCards(doc: Y.Doc, shown: ReadonlySet<string>, { textById, touched }: Ledger): string[] {
  const parentOf = (root: string, id: string) => String(registerAt(doc, root, id, "at") ?? "").split("|")[0] ?? "";
  const lost: string[] = [];
  for (const [id, text] of textById) {
    if (shown.has(id) || touched.has(`cards/${id}`)) continue;
    const parent = parentOf("cards", id);
    const phase = doc.getMap("touchpoints").has(parent) ? parentOf("touchpoints", parent) : parent;
    const journey = parentOf("phases", phase);
    const isRemoved =
      registerAt(doc, "cards", id, "del") === true || registerAt(doc, "journeys", journey, "del") === true;
    if (!isRemoved) lost.push(`R1: the card “${text}” is in no cell and not in the tray`);
  }
  return lost;
}
