import type { ClaimView } from "./attachments.ts";
import type { BoardView } from "./schema.ts";

/** The claims that at least one account stands beside and that nobody settled yet (S0-12), in journey order. */
export function openContradictions(view: BoardView): ClaimView[] {
  return claimsOf(view).filter((claim) => claim.accounts.length > 0 && !claim.settled);
}

/** The claims that were settled by "we change it": each makes a next step. */
export function claimsToChange(view: BoardView): ClaimView[] {
  return claimsOf(view).filter(({ settled }) => settled?.how === "we change it");
}

/** Of all maps of a board, in journey order. */
function claimsOf(view: BoardView): ClaimView[] {
  const placed = view.journeys.flatMap((journey) => journey.phases.flatMap((phase) => phase.touchpoints));
  const unplaced = view.unplacedTouchpoints.map((it) => it.touchpoint);
  return [...placed, ...unplaced].flatMap((touchpoint) => touchpoint.claims);
}
