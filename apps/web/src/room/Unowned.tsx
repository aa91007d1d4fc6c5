/** Touchpoints that nobody who is here owns (S4-5). */
import { unownedTouchpoints } from "@sameside/insights";
import type { PlanView } from "@sameside/model";
import { useWords } from "../words/words.ts";
import type { RoomTable } from "./useTables.ts";

interface Props {
  readonly tables: readonly RoomTable[];
  readonly plan: PlanView;
}

const SHOWN = 8;

export function Unowned({ tables, plan }: Props) {
  const words = useWords();
  const say = words.room.unowned;
  const unowned = unownedTouchpoints(
    tables.map(({ view }) => view),
    plan,
  );
  if (unowned.length === 0) return null;
  return (
    <section className="room-panel" aria-label={say.title(unowned.length)}>
      <h2>{say.title(unowned.length)}</h2>
      <ul>
        {unowned.slice(0, SHOWN).map(({ title, owner }) => (
          <li key={JSON.stringify([title, owner])} className="room-next-step">
            <span>{title || words.journey.untitled}</span>
            <small>{owner ? say.away(owner) : say.nobody}</small>
          </li>
        ))}
      </ul>
      {unowned.length > SHOWN ? <p className="room-empty">{say.more(unowned.length - SHOWN)}</p> : null}
    </section>
  );
}
