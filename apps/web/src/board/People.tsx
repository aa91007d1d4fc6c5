/** Who is here: oneself last, at most a handful of shapes. A press on somebody goes along with them; the list tells more. */
import type { JourneyView } from "@sameside/model";
import { ChevronDown, UsersRound } from "lucide-react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover, Tooltip, TooltipTrigger } from "react-aria-components";
import { useWords } from "../words/words.ts";
import { Avatar } from "./Avatar.tsx";
import { PeopleHere } from "./together/PeopleHere.tsx";
import type { Together } from "./together/useTogether.ts";

const MOST_SHOWN = 4;

interface Props {
  readonly together: Together;
  readonly journeys: readonly JourneyView[];
}

export function People({ together, journeys }: Props) {
  const words = useWords();
  const { self, others, following } = together;
  const shown = others.slice(0, MOST_SHOWN);
  if (!self.name && others.length === 0) return null;
  return (
    <div className="board-people-here">
      <ul className="board-people" aria-label={words.board.people(others.length + 1)}>
        {shown.map((other) => {
          const isLeader = following.leader?.person === other.person;
          const name = together.nameOf(other.person);
          const label = isLeader ? words.together.unfollowPerson(name) : words.together.followPerson(name);
          return (
            <li key={other.person}>
              <TooltipTrigger delay={400} closeDelay={80}>
                <AriaButton
                  className="board-person"
                  aria-label={label}
                  data-away={other.away ? "" : undefined}
                  data-leader={isLeader ? "" : undefined}
                  onPress={() => (isLeader ? following.stop() : following.follow({ person: other.person }))}
                >
                  <Avatar person={other} />
                </AriaButton>
                <Tooltip className="ui-tooltip" offset={6}>
                  {label}
                </Tooltip>
              </TooltipTrigger>
            </li>
          );
        })}
        {others.length > shown.length ? (
          <li className="board-people-more">{words.board.morePeople(others.length - shown.length)}</li>
        ) : null}
        <li>
          <Avatar person={self} self />
        </li>
      </ul>
      <DialogTrigger>
        <AriaButton className="board-people-open" aria-label={words.together.here(others.length + 1)}>
          <span className="board-people-count" aria-hidden>
            <UsersRound size={16} />
            {others.length + 1}
          </span>
          <ChevronDown size={15} aria-hidden />
        </AriaButton>
        <Popover className="ui-popover" placement="bottom end" offset={6}>
          <Dialog className="ui-panel board-here" aria-label={words.together.hereTitle}>
            {({ close }) => <PeopleHere together={together} journeys={journeys} close={close} />}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
