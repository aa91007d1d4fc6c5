/** Who has spoken at each table, on the page of who runs the day; never while the screen may be for all. */
import type { LiveDay } from "../live/liveDay.ts";
import type { TakingPart } from "../live/takingPart.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { BalanceList } from "./BalanceList.tsx";

interface Props {
  readonly live: LiveDay;
  readonly tables: readonly { readonly group: string; readonly name: string; readonly people: readonly TakingPart[] }[];
  readonly isSafe: boolean;
  readonly nameOf: (person: string) => string;
  readonly tell: Tell;
}

export function RoomBalance({ live, tables, isSafe, nameOf, tell }: Props) {
  const say = useWords().balance;
  return (
    <section className="room-panel" aria-label={say.title}>
      <h2>{say.title}</h2>
      <p className="room-empty">{isSafe ? say.hidden : say.roomLead}</p>
      {isSafe
        ? null
        : tables.map(({ group, name, people }) => {
            const quiet = people.filter(({ quietFor }) => quietFor !== undefined).length;
            return (
              <details key={group} className="balance-table" open={tables.length === 1 || quiet > 0}>
                <summary>{quiet > 0 ? say.quietAt(name, quiet) : name}</summary>
                <BalanceList live={live} label={say.at(name)} people={people} nameOf={nameOf} tell={tell} />
              </details>
            );
          })}
    </section>
  );
}
