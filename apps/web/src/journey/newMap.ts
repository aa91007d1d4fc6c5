/** A new map from a template, which says its lanes in the workshop's own words. */
import {
  type Actor,
  addJourney,
  type BoardDocument,
  type JourneyId,
  type Outcome,
  readBoard,
  renameLane,
} from "@sameside/model";

/**
 * The template's skeleton is the same on every device, whatever words it has heard of: they are written after it.
 *
 * @param said how the workshop says a text of the program
 */
export function addMap(
  board: BoardDocument,
  by: Actor,
  map: Parameters<typeof addJourney>[2],
  said: (text: string) => string,
): Outcome<JourneyId> {
  const made = addJourney(board, by, map);
  if (made.outcome !== "done") return made;
  const lanes = readBoard(board).journeys.find(({ id }) => id === made.value)?.lanes ?? [];
  const steps = lanes.flatMap(({ id: lane, name }) => {
    const named = said(name) === name ? undefined : renameLane(board, by, { lane, name: said(name) });
    return named?.outcome === "done" ? named.changes.steps : [];
  });
  return { ...made, changes: { steps: [...made.changes.steps, ...steps] } };
}
