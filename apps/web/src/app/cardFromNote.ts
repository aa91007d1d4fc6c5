/** A private note becomes a card: where it is about, or else in the first phase. */
import { addCard, type JourneyView, MAX_TEXT_LENGTH, type Outcome } from "@sameside/model";
import type { Note } from "@sameside/replica";
import type { LiveBoard } from "../live/liveBoard.ts";

/** Lanes that a note fits into, the best first; any other lane for cards comes after them. */
const LANES = ["thinking", "doing", "free"];

/** `undefined` where no place for a card is. */
export function cardFromNote(
  live: LiveBoard,
  journey: JourneyView,
  { text, place }: Pick<Note, "text" | "place">,
): Outcome | undefined {
  const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints);
  const parent = touchpoints.find(({ id }) => id === place) ?? journey.phases[0];
  const lane = laneFor(journey);
  if (!parent || !lane) return undefined;
  // A long note keeps all its words: its beginning is the card, the whole its long text.
  const words = text.length > MAX_TEXT_LENGTH ? { text: text.slice(0, MAX_TEXT_LENGTH), body: text } : { text };
  return addCard(live.board, live.by, { parent: parent.id, lane: lane.id, ...words });
}

function laneFor({ lanes }: JourneyView) {
  const fitting = LANES.flatMap((kind) => lanes.find((lane) => lane.kind === kind) ?? []);
  return fitting[0] ?? lanes.find(({ kind }) => kind !== "touchpoint" && kind !== "feeling");
}
