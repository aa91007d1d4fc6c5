/** All files that a board refers to, wherever they hang. */
import type { BoardView, PhaseView, TouchpointView } from "@sameside/model";
import { type FileEvidence, hasFile } from "./slot.ts";

export function filesOnBoard({ journeys, unplaced, unplacedTouchpoints, lost }: BoardView): readonly FileEvidence[] {
  return [
    ...journeys.flatMap(({ phases }) => phases.flatMap(filesIn)),
    ...unplacedTouchpoints.flatMap(({ touchpoint }) => filesOn(touchpoint)),
    ...unplaced.flatMap(({ card }) => card.evidence.filter(hasFile)),
    ...lost.flatMap((each) => (each.kind === "evidence" && hasFile(each.evidence) ? [each.evidence] : [])),
  ];
}

const filesByPhase = new WeakMap<PhaseView, readonly FileEvidence[]>();

/** Read once for each state of a phase: an edit changes one of many. */
function filesIn(phase: PhaseView): readonly FileEvidence[] {
  const known = filesByPhase.get(phase);
  if (known) return known;
  const files = [...filesOfCards(phase), ...phase.touchpoints.flatMap(filesOn)];
  filesByPhase.set(phase, files);
  return files;
}

function filesOn(touchpoint: TouchpointView): readonly FileEvidence[] {
  return [...touchpoint.evidence.filter(hasFile), ...filesOfCards(touchpoint)];
}

function filesOfCards({ cardsByLane }: PhaseView | TouchpointView): readonly FileEvidence[] {
  return Object.values(cardsByLane).flatMap((cards) => cards.flatMap(({ evidence }) => evidence.filter(hasFile)));
}
