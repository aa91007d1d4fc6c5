/** What must hold on every board, whatever was done to it (SPEC R1, R3, R7, C4, D5). */
import { type BoardView, type CardView, MOMENT_VALUE } from "@sameside/model";
import { cardsOf, type Person } from "./commands.ts";

/** Remembers what each author last wrote, as that author's own copy showed it. */
export interface Ledger {
  note(person: Person): void;
  readonly textByCard: ReadonlyMap<string, string>;
}

export function openLedger(): Ledger {
  const textByCard = new Map<string, string>();
  return {
    textByCard,
    note({ reader, by }) {
      for (const card of shownCards(reader.view())) if (card.author === by.person) textByCard.set(card.id, card.text);
    },
  };
}

export function brokenRules(view: BoardView, ledger: Ledger): string[] {
  const broken: string[] = [];
  const cards = shownCards(view);
  const ids = cards.map((card) => card.id);
  if (new Set(ids).size !== ids.length) broken.push("R1: a card is shown twice");
  if (view.ghosts > 0) broken.push(`R3: honest commands made ${view.ghosts} ghosts`);
  for (const card of cards) {
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
      const people = touchpoint.ratings.map((rating) => rating.person);
      if (new Set(people).size !== people.length) broken.push("C5: a person rated one touchpoint twice");
      if (touchpoint.ratings.some((rating) => Math.abs(rating.value) > 1)) broken.push("R7: a rating beyond its range");
      const moments = touchpoint.moment ? [touchpoint.moment, ...touchpoint.otherMoments] : touchpoint.otherMoments;
      if (moments.some((moment) => moment.value < MOMENT_VALUE.min || moment.value > MOMENT_VALUE.max))
        broken.push("R7: a value beyond its range");
    }
  }
  return broken;
}

function shownCards(view: BoardView): CardView[] {
  return [...cardsOf(view), ...view.unplaced.map((it) => it.card)];
}
