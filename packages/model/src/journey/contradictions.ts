import type { ClaimView } from "./attachments.ts";
import type { BoardView } from "./schema.ts";

/** The claims that at least one account stands beside and that nobody settled yet (S0-12), in journey order. */
export function openContradictions(view: BoardView): ClaimView[] {
  const placed = view.journeys.flatMap((journey) => journey.phases.flatMap((phase) => phase.touchpoints));
  const unplaced = view.unplacedTouchpoints.map((it) => it.touchpoint);
  return [...placed, ...unplaced]
    .flatMap((touchpoint) => touchpoint.claims)
    .filter((claim) => claim.accounts.length > 0 && !claim.settled);
}
