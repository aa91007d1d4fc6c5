/** The tables that ask for help, who has waited longest first. */
import { Hand } from "lucide-react";
import { Button } from "../ui/Button.tsx";
import { useWords } from "../words/words.ts";
import type { RoomTable } from "./useTables.ts";

interface Props {
  readonly tables: readonly RoomTable[];
  readonly isSafe: boolean;
  readonly onOpen: (group: string) => void;
}

export function NeedsMe({ tables, isSafe, onOpen }: Props) {
  const words = useWords().room.needs;
  const asking = tables
    .flatMap(({ group, name, facts: { help }, now }) => (help ? [{ group, name, help, now }] : []))
    .sort((a, b) => a.help.since - b.help.since);
  return (
    <div role="status">
      {asking.length > 0 ? (
        <section className="room-needs" aria-label={words.title}>
          <h2>{words.title}</h2>
          <ul>
            {asking.map(({ group, name, help, now }) => (
              <li key={group}>
                <Button
                  icon={<Hand size={16} aria-hidden />}
                  aria-label={`${words.go(name)}: ${words.asks(now - help.since)}`}
                  onPress={() => onOpen(group)}
                >
                  {name}: {(isSafe ? "" : help.note) || words.asks(now - help.since)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
