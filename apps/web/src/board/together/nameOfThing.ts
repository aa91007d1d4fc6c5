/** What a thing of the map is called in a sentence: its words, shortened. */
import type { Id, JourneyView } from "@sameside/model";

const MOST_LETTERS = 40;

/** Undefined when it stands on none of the journeys, or has no words. */
export function nameOfThing(journeys: readonly JourneyView[], id: Id): string | undefined {
  for (const { phases, lanes } of journeys) {
    const touchpoints = phases.flatMap((phase) => phase.touchpoints);
    const titled = [...phases, ...touchpoints].find((one) => one.id === id)?.title;
    const lane = lanes.find((one) => one.id === id)?.name;
    const cards = [...phases, ...touchpoints].flatMap(({ cardsByLane }) => Object.values(cardsByLane).flat());
    const name = titled ?? lane ?? cards.find((card) => card.id === id)?.text;
    if (name) return shortened(name);
  }
  return undefined;
}

function shortened(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, " ").trim());
  return letters.length <= MOST_LETTERS ? letters.join("") : `${letters.slice(0, MOST_LETTERS - 1).join("")}…`;
}
