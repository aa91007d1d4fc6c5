/** What colleagues believe and customers tell differently, over all tables: side by side, until somebody settles it. */
import { openContradictions } from "@sameside/model";
import { useWords } from "../words/words.ts";
import type { RoomTable } from "./useTables.ts";

interface Props {
  readonly tables: readonly RoomTable[];
  readonly isSafe: boolean;
}

/** The newest of so many are shown; the others are on the tables' maps. */
const SHOWN = 6;

export function Contradictions({ tables, isSafe }: Props) {
  const words = useWords().room.contradictions;
  const open = tables.flatMap(({ name, view }) => openContradictions(view).map((claim) => ({ table: name, claim })));
  return (
    <section className="room-panel" aria-label={words.title(open.length)}>
      <h2>{words.title(open.length)}</h2>
      {open.length === 0 ? (
        <p className="room-empty">{words.none}</p>
      ) : isSafe ? (
        <p className="room-empty">{words.hidden(open.length)}</p>
      ) : (
        <ul>
          {open.slice(-SHOWN).map(({ table, claim }) => (
            <li key={claim.id}>
              <blockquote>
                “{claim.claim.text}” <small>{words.byColleague}</small>
              </blockquote>
              {claim.accounts.map((account) => (
                <blockquote key={account.id}>
                  “{account.text}” <small>{words.account(table)}</small>
                </blockquote>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
