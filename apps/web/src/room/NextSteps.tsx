/** What the tables have decided to change so far (S0-12). */
import type { NextStepView } from "@sameside/model";
import { useWords } from "../words/words.ts";
import type { RoomTable } from "./useTables.ts";

interface Props {
  readonly nextSteps: readonly NextStepView[];
  readonly tables: readonly RoomTable[];
}

export function NextSteps({ nextSteps, tables }: Props) {
  const words = useWords();
  const say = words.room.nextSteps;
  const places = nextSteps.flatMap((step) => {
    const place = step.follows === undefined ? undefined : placeOf(step.follows, tables);
    // A claim that was opened again, or settled otherwise, asks for nothing.
    return place && !place.isToChange ? [] : [{ step, place }];
  });
  return (
    <section className="room-panel" aria-label={say.title(places.length)}>
      <h2>{say.title(places.length)}</h2>
      {places.length === 0 ? (
        <p className="room-empty">{say.none}</p>
      ) : (
        <ul>
          {places.map(({ step: { id, what, owner }, place }) => (
            <li key={id} className="room-next-step">
              <span>{what}</span>
              <small>
                {[
                  ...(place ? [say.from(place.title || words.journey.untitled, place.table)] : []),
                  owner || say.noOwner,
                ].join(" · ")}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where the claim stands; `undefined` where no table here has it. */
function placeOf(claim: string, tables: readonly RoomTable[]) {
  for (const { name, view } of tables) {
    const placed = view.journeys.flatMap(({ phases }) => phases.flatMap(({ touchpoints }) => touchpoints));
    for (const touchpoint of [...placed, ...view.unplacedTouchpoints.map((each) => each.touchpoint)]) {
      const found = touchpoint.claims.find(({ id }) => id === claim);
      if (found) return { table: name, title: touchpoint.title, isToChange: found.settled?.how === "we change it" };
    }
  }
  return undefined;
}
