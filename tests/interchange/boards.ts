/** Drafts as the views that writers take, by the real model. */
import type { Actor, JourneyDraft, JourneyView } from "@sameside/model";
import { importJourney, newBoard, readBoard } from "@sameside/model";

export const SOMEBODY: Actor = { person: "somebody00000000", role: "facilitator", now: () => 1_764_000_000_000 };

/** The one journey of a new board that this draft was imported into. */
export function viewOf(draft: JourneyDraft): JourneyView {
  const board = newBoard();
  const outcome = importJourney(board, SOMEBODY, { draft });
  if (outcome.outcome !== "done") throw new Error(`the draft was not imported: ${JSON.stringify(outcome)}`);
  const [journey] = readBoard(board).journeys;
  if (!journey) throw new Error("the board holds no journey");
  return journey;
}

/** A draft with what its absent fields mean, so that two drafts can be compared. */
export function filledIn(draft: JourneyDraft): JourneyDraft {
  const cards = (all: JourneyDraft["phases"][number]["cards"]) =>
    all.map((card) => ({ ...card, body: card.body ?? "", grade: card.grade ?? ("assumed" as const) }));
  return {
    ...draft,
    scale: draft.scale ?? { min: -2, max: 2 },
    lanes: draft.lanes.map((lane) => ({ ...lane, owner: lane.owner ?? "" })),
    phases: draft.phases.map((phase) => ({
      title: phase.title,
      cards: byLane(cards(phase.cards)),
      touchpoints: phase.touchpoints.map(({ score, moment, ...it }) => ({
        title: it.title,
        channel: it.channel ?? "",
        owner: it.owner ?? "",
        stage: it.stage ?? "front",
        actors: it.actors ?? [],
        ...(score === undefined ? {} : { score, scoreRole: it.scoreRole ?? ("customer" as const) }),
        ...(moment ? { moment } : {}),
        cards: byLane(cards(it.cards)),
      })),
    })),
  };
}

/** A board keeps the order of cards within a lane, not between lanes. */
function byLane<T extends { readonly lane: number }>(cards: readonly T[]): T[] {
  return cards.toSorted((a, b) => a.lane - b.lane);
}
