/** One person's seat in the list, with what a facilitator may change about it. */
import type { GroupView } from "@sameside/model";
import { NO_TABLE, SEAT_ROLES, sitsAtOneTable } from "@sameside/protocol";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import type { LeftDevice } from "../live/leftDevices.ts";
import type { PersonAnswer, WorkshopDesk } from "../live/workshopDesk.ts";
import { Menu, type MenuAction } from "../ui/Menu.tsx";
import { useWords, type Words } from "../words/words.ts";
import { Avatar } from "./Avatar.tsx";
import { Confirm } from "./Confirm.tsx";

type SeatChange = Parameters<WorkshopDesk["changeSeat"]>[1];

interface Props {
  readonly person: PersonAnswer;
  readonly name: string;
  /** Nobody takes their own seat away by mistake. */
  readonly isSelf: boolean;
  /** A device of theirs that they have gone on without. */
  readonly left: LeftDevice | undefined;
  /** The table of the board that is open. */
  readonly group: string;
  /** All tables of the workshop; empty where nobody has split it. */
  readonly tables: readonly Pick<GroupView, "id" | "name">[];
  readonly onChange: (to: SeatChange) => void;
  readonly onEnd: () => void;
}

export function SeatLine({ person, name, isSelf, left, group, tables, onChange, onEnd }: Props) {
  const words = useWords();
  const say = words.board.peopleDialog;
  const [asks, setAsks] = useState(false);
  return (
    <li>
      <div className="board-desk-line">
        <Avatar person={{ person: person.person, role: person.role, name }} self={isSelf} />
        <span className="board-desk-what">
          {isSelf ? words.board.you(name) : name}
          <small>{factsOf(person, group, tables, words)}</small>
          {left && !isSelf ? <small>{leftSentence(left, words)}</small> : null}
        </span>
        <span className="ui-chip" data-here={person.isHere ? "" : undefined}>
          {person.isHere ? say.here : say.away}
        </span>
        {isSelf ? null : (
          <Menu
            label={say.change(name)}
            actions={[
              ...roleActions(person, group, words, onChange),
              ...tableActions(person, group, tables, words, onChange),
              { id: "end", label: say.end, danger: true, parted: true, act: () => setAsks(true) },
            ]}
          >
            <Ellipsis size={17} aria-hidden />
          </Menu>
        )}
      </div>
      {asks ? (
        <Confirm
          question={say.endQuestion(name)}
          go={say.endGo}
          onGo={() => {
            setAsks(false);
            onEnd();
          }}
          onKeep={() => setAsks(false)}
        />
      ) : null}
    </li>
  );
}

/** Nobody is made an onlooker: a screen in the hall comes by an invite of its own (S0-19). */
function roleActions(
  person: PersonAnswer,
  group: string,
  words: Words,
  onChange: Props["onChange"],
): readonly MenuAction[] {
  return SEAT_ROLES.filter((role) => role !== "dais" || person.role === "dais").map((role) => ({
    id: `role-${role}`,
    label: words.board.peopleDialog.makeRole(words.journey.roles[role]),
    chosen: person.role === role,
    // A junior facilitator helps at one table (S2-6).
    act: () => onChange(role === "junior" && person.table === null ? { role, table: group } : { role }),
  }));
}

/** The tables that this person can be moved to, and being bound to none. */
function tableActions(
  { role, table }: PersonAnswer,
  group: string,
  tables: Props["tables"],
  words: Words,
  onChange: Props["onChange"],
): readonly MenuAction[] {
  const say = words.board.peopleDialog;
  const others = tables.filter(({ id }) => id !== table);
  const moves = others.map(({ id, name }) => ({
    id: `table-${id}`,
    label: say.move(name),
    act: () => onChange({ table: id }),
  }));
  const bind = { id: "table", label: say.thisTable, act: () => onChange({ table: group }) };
  const free = { id: "table", label: say.anyTable, act: () => onChange({ table: null }) };
  // Who takes part sits at one of several tables; who leads them may go to each.
  const mayBeFree = table !== null && role !== "junior" && !(tables.length > 1 && sitsAtOneTable({ role }));
  const all = [...moves, ...(mayBeFree ? [free] : table !== null ? [] : tables.length === 0 ? [bind] : [])];
  return all.map((action, index) => ({ ...action, parted: index === 0 }));
}

function leftSentence({ waiting, aside, kind }: LeftDevice, { leftDevices: { short }, app }: Words): string {
  const device = app.devices[kind];
  return waiting + aside > 0 ? short.left(waiting + aside, device) : short.goesOn(device);
}

function factsOf({ role, table }: PersonAnswer, group: string, tables: Props["tables"], words: Words): string {
  const roleWord = words.journey.roles[role];
  if (table === null) return roleWord;
  const say = words.board.peopleDialog;
  if (table === NO_TABLE) return say.atNoTable(roleWord);
  const name = tables.find(({ id }) => id === table)?.name;
  if (name !== undefined && name !== "") return say.atNamedTable(roleWord, name);
  return table === group ? say.atThisTable(roleWord) : say.atTable(roleWord, table);
}
