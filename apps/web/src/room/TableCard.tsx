/** One table: whether it needs somebody, how far it is, and its curve where enough people rated. */
import { MIN_TALLY_PEOPLE } from "@sameside/model";
import { Check, DoorOpen, Hand, Hourglass, MessageCircleOff, Users, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { EmotionThumb } from "../journey/EmotionThumb.tsx";
import { timeOfDay } from "../ui/timeOfDay.ts";
import { useWords } from "../words/words.ts";
import { Lacks } from "./Lacks.tsx";
import type { RoomTable } from "./useTables.ts";

interface Props {
  readonly table: RoomTable;
  readonly isSafe: boolean;
  readonly nameOf: (person: string) => string;
  readonly onOpen: () => void;
}

export function TableCard({ table, isSafe, nameOf, onOpen }: Props) {
  const words = useWords();
  const say = words.room;
  const { name, customerType, facts, people, left, now } = table;
  const { here, help, done, quietFor } = facts;
  const quiet = people.filter((one) => one.quietFor !== undefined).map(({ person }) => nameOf(person));
  return (
    <article className="room-table" data-help={help ? "" : undefined}>
      <header className="room-table-head">
        <AriaButton className="room-table-open" aria-label={say.table.open(name)} onPress={onOpen}>
          {name}
        </AriaButton>
        {customerType ? <span className="ui-chip">{customerType}</span> : null}
      </header>
      <ul className="room-signs">
        {help ? (
          <Sign kind="help" icon={<Hand size={14} aria-hidden />}>
            {say.needs.asks(now - help.since)}
          </Sign>
        ) : null}
        <Sign kind="here" icon={here.length > 0 ? <Users size={14} aria-hidden /> : <WifiOff size={14} aria-hidden />}>
          {say.table.here(here.length)}
        </Sign>
        {left.length > 0 ? (
          <Sign kind="left" icon={<DoorOpen size={14} aria-hidden />}>
            {isSafe
              ? words.leaving.room.left(left.length)
              : words.leaving.gone(left.map(({ person, time }) => words.leaving.at(nameOf(person), timeOfDay(time))))}
          </Sign>
        ) : null}
        {done > 0 ? (
          <Sign kind="done" icon={<Check size={14} aria-hidden />}>
            {say.table.done(done, here.length)}
          </Sign>
        ) : null}
        {quietFor !== undefined && !isSafe ? (
          <Sign kind="quiet" icon={<Hourglass size={14} aria-hidden />}>
            {say.table.quiet(quietFor)}
          </Sign>
        ) : null}
        {quiet.length > 0 && !isSafe ? (
          <Sign kind="quiet-people" icon={<MessageCircleOff size={14} aria-hidden />}>
            {say.table.quietPeople(quiet)}
          </Sign>
        ) : null}
      </ul>
      {facts.means.some((mean) => mean !== undefined) ? (
        <EmotionThumb means={facts.means} title={name} />
      ) : (
        <p className="room-few">{say.table.few(MIN_TALLY_PEOPLE)}</p>
      )}
      <Progress facts={facts} />
      <Lacks facts={facts} />
    </article>
  );
}

function Sign({ kind, icon, children }: { kind: string; icon: ReactNode; children: ReactNode }) {
  return (
    <li className="room-sign" data-sign={kind}>
      {icon}
      {children}
    </li>
  );
}

function Progress({ facts: { rated, touchpoints, cards } }: Pick<RoomTable, "facts">) {
  const words = useWords().room.table;
  return (
    <p className="room-rated">
      <span>{words.cards(cards)}</span>
      {touchpoints > 0 ? (
        <>
          <span title={words.ratedLabel(rated, touchpoints)}>{words.rated(rated, touchpoints)}</span>
          <span className="room-bar" aria-hidden>
            <span style={{ width: `${(100 * rated) / touchpoints}%` }} />
          </span>
        </>
      ) : (
        <span>{words.empty}</span>
      )}
    </p>
  );
}
