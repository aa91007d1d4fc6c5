/** All files that a board refers to, wherever they hang. */
import type { BoardView, CardView, EvidenceView } from "@sameside/model";
import { type FileEvidence, hasFile } from "./slot.ts";

export function filesOnBoard(view: BoardView): readonly FileEvidence[] {
  const found: EvidenceView[] = [];
  const addCards = (cards: Readonly<Record<string, readonly CardView[]>>) => {
    for (const card of Object.values(cards).flat()) found.push(...card.evidence);
  };
  const touchpoints = view.unplacedTouchpoints.map(({ touchpoint }) => touchpoint);
  for (const journey of view.journeys)
    for (const phase of journey.phases) {
      addCards(phase.cardsByLane);
      touchpoints.push(...phase.touchpoints);
    }
  for (const touchpoint of touchpoints) {
    found.push(...touchpoint.evidence);
    addCards(touchpoint.cardsByLane);
  }
  for (const { card } of view.unplaced) found.push(...card.evidence);
  for (const lost of view.lost) if (lost.kind === "evidence") found.push(lost.evidence);
  return found.filter(hasFile);
}
