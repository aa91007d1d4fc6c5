/** One person's seat in the list, with what a facilitator may change about it. */
import { SEAT_ROLES } from "@sameside/protocol";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
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
  /** The table of the board that is open. */
  readonly group: string;
  readonly onChange: (to: SeatChange) => void;
  readonly onEnd: () => void;
}

export function SeatLine({ person, name, isSelf, group, onChange, onEnd }: Props) {
  const words = useWords();
  const say = words.board.peopleDialog;
  const [asks, setAsks] = useState(false);
  return (
    <li>
      <div className="board-desk-line">
        <Avatar person={{ person: person.person, role: person.role, name }} self={isSelf} />
        <span className="board-desk-what">
          {isSelf ? words.board.you(name) : name}
          <small>{factsOf(person, group, words)}</small>
        </span>
        <span className="ui-chip" data-here={person.isHere ? "" : undefined}>
          {person.isHere ? say.here : say.away}
        </span>
        {isSelf ? null : (
          <Menu
            label={say.change(name)}
            actions={[
              ...roleActions(person, words, onChange),
              tableAction(person, group, words, onChange),
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

function roleActions(person: PersonAnswer, words: Words, onChange: Props["onChange"]): readonly MenuAction[] {
  return SEAT_ROLES.map((role) => ({
    id: `role-${role}`,
    label: words.board.peopleDialog.makeRole(words.journey.roles[role]),
    chosen: person.role === role,
    act: () => onChange({ role }),
  }));
}

function tableAction(person: PersonAnswer, group: string, words: Words, onChange: Props["onChange"]): MenuAction {
  const say = words.board.peopleDialog;
  const isBound = person.table !== null;
  return {
    id: "table",
    label: isBound ? say.anyTable : say.thisTable,
    parted: true,
    act: () => onChange({ table: isBound ? null : group }),
  };
}

function factsOf({ role, table }: PersonAnswer, group: string, words: Words): string {
  const roleWord = words.journey.roles[role];
  if (table === null) return roleWord;
  const say = words.board.peopleDialog;
  return table === group ? say.atThisTable(roleWord) : say.atTable(roleWord, table);
}
