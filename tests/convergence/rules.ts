/** What must hold on every board, whatever was done to it (SPEC R1, R3, R7, C4, D5). */
import { type BoardDocument, type BoardView, type CardView, MOMENT_VALUE, readBoard } from "@sameside/model";
import * as Y from "yjs";
import { cardsOf, type Person } from "./commands.ts";

/** Remembers what each author last wrote, as that author's own copy showed it. */
export interface Ledger {
  note(person: Person): void;
  readonly textByCard: ReadonlyMap<string, string>;
  /** `root/id` of all that a hostile peer wrote on; nothing can be promised for those. */
  readonly touched: Set<string>;
}

export function openLedger(): Ledger {
  const textByCard = new Map<string, string>();
  return {
    textByCard,
    touched: new Set(),
    note({ reader, by }) {
      for (const card of shownCards(reader.view())) if (card.author === by.person) textByCard.set(card.id, card.text);
    },
  };
}

export function brokenRules({ board }: Person, ledger: Ledger): string[] {
  const view = readBoard(board);
  const broken: string[] = [];
  const cards = shownCards(view);
  const ids = cards.map((card) => card.id);
  if (new Set(ids).size !== ids.length) broken.push("R1: a card is shown twice");
  if (view.ghosts > 0 && ledger.touched.size === 0) broken.push(`R3: honest commands made ${view.ghosts} ghosts`);
  broken.push(...lostCards(board, new Set(ids), ledger));
  for (const card of cards) {
    if (ledger.touched.has(`cards/${card.id}`)) continue;
    if (card.textBy.person !== card.author) broken.push("C4: a card was reworded by somebody else");
    const written = ledger.textByCard.get(card.id);
    if (written !== undefined && written !== card.text)
      broken.push(`C4: “${written}” of ${card.author} became “${card.text}”`);
  }
  for (const journey of view.journeys) {
    const lanes = new Set(journey.lanes.map((lane) => lane.id));
    for (const holder of journey.phases.flatMap((phase) => [phase, ...phase.touchpoints])) {
      for (const lane of Object.keys(holder.cardsByLane))
        if (!lanes.has(lane)) broken.push("R1: a card stands in a lane its journey does not have");
    }
    for (const touchpoint of journey.phases.flatMap((phase) => phase.touchpoints)) {
      const honest = touchpoint.ratings.filter((rating) => !ledger.touched.has(`ratings/${rating.id}`));
      const people = honest.map((rating) => rating.person);
      if (new Set(people).size !== people.length) broken.push("C5: a person rated one touchpoint twice");
      if (touchpoint.ratings.some((rating) => Math.abs(rating.value) > 1)) broken.push("R7: a rating beyond its range");
      const moments = touchpoint.moment ? [touchpoint.moment, ...touchpoint.otherMoments] : touchpoint.otherMoments;
      if (moments.some((moment) => moment.value < MOMENT_VALUE.min || moment.value > MOMENT_VALUE.max))
        broken.push("R7: a value beyond its range");
    }
  }
  return broken;
}

/** R1, D4: what somebody wrote and nobody removed is in a cell or in the tray, unless its whole journey was removed. */
function lostCards(board: BoardDocument, shown: ReadonlySet<string>, { textByCard, touched }: Ledger): string[] {
  const doc = board as unknown as Y.Doc;
  const field = (root: string, id: string, name: string) => {
    const entity = doc.getMap(root).get(id);
    const register = entity instanceof Y.Map ? entity.get(name) : undefined;
    return Array.isArray(register) ? register[0] : undefined;
  };
  const parentOf = (root: string, id: string) => String(field(root, id, "at") ?? "").split("|")[0] ?? "";
  const lost: string[] = [];
  for (const id of textByCard.keys()) {
    if (shown.has(id) || touched.has(`cards/${id}`)) continue;
    const parent = parentOf("cards", id);
    const phase = doc.getMap("touchpoints").has(parent) ? parentOf("touchpoints", parent) : parent;
    const removed = field("cards", id, "del") === true || field("journeys", parentOf("phases", phase), "del") === true;
    if (!removed) lost.push(`R1: the card “${textByCard.get(id)}” is in no cell and not in the tray`);
  }
  return lost;
}

function shownCards(view: BoardView): CardView[] {
  return [...cardsOf(view), ...view.unplaced.map((it) => it.card)];
}
