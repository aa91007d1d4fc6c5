/** The list of who is here: role by shape, what each does, whose view one may share; and the call to everybody. */
import type { JourneyView } from "@sameside/model";
import { Check, Megaphone } from "lucide-react";
import { useState } from "react";
import { Checkbox } from "react-aria-components";
import type { OtherHere } from "../../live/people.ts";
import { Button } from "../../ui/Button.tsx";
import { timeOfDay } from "../../ui/timeOfDay.ts";
import { useWords, type Words } from "../../words/words.ts";
import { Avatar } from "../Avatar.tsx";
import { nameOfThing } from "./nameOfThing.ts";
import type { Together } from "./useTogether.ts";

interface Props {
  readonly together: Together;
  readonly journeys: readonly JourneyView[];
  readonly close: () => void;
}

export function PeopleHere({ together, journeys, close }: Props) {
  const words = useWords();
  const { self, others, left, showsPointers, showPointers, summons, leave } = together;
  return (
    <>
      <h2 className="board-here-title">{words.together.hereTitle}</h2>
      <ul className="board-here-list">
        {others.map((other) => (
          <Line key={other.person} other={other} together={together} journeys={journeys} close={close} />
        ))}
        <li className="board-here-line">
          <Avatar person={self} self />
          <span className="board-here-who">
            {self.name || words.board.noName}
            <small>{`${words.together.you} · ${words.journey.roles[self.role]}`}</small>
          </span>
          {leave ? (
            <Button
              onPress={() => {
                close();
                leave();
              }}
            >
              {words.leaving.action}
            </Button>
          ) : null}
        </li>
      </ul>
      {left.length === 0 ? null : (
        <p className="board-quiet">
          {words.leaving.gone(left.map(({ name, time }) => words.leaving.at(name, timeOfDay(time))))}
        </p>
      )}
      {others.length === 0 ? <p className="board-quiet">{words.together.alone}</p> : null}
      <Tick label={words.together.pointers} isOn={showsPointers} onChange={showPointers} />
      {summons.may && others.length > 0 ? <Call summons={summons} close={close} /> : null}
    </>
  );
}

interface LineProps extends Props {
  readonly other: OtherHere;
}

function Line({ other, together, journeys, close }: LineProps) {
  const words = useWords();
  const { following, nameOf } = together;
  const isLeader = following.leader?.person === other.person;
  const name = nameOf(other.person);
  const press = () => {
    if (isLeader) following.stop();
    else following.follow({ person: other.person });
    close();
  };
  return (
    <li className="board-here-line" data-away={other.away ? "" : undefined}>
      <Avatar person={other} />
      <span className="board-here-who">
        {other.name || words.board.noName}
        <small>{[words.journey.roles[other.role], ...doingOf(other, together, journeys, words)].join(" · ")}</small>
      </span>
      <Button
        look={isLeader ? "primary" : "plain"}
        aria-label={isLeader ? words.together.unfollowPerson(name) : words.together.followPerson(name)}
        onPress={press}
      >
        {isLeader ? words.together.unfollow : words.together.follow}
      </Button>
    </li>
  );
}

/** Away, going along with somebody, or busy with a thing: what is known of it, in words. */
function doingOf(
  { away, held, following }: OtherHere,
  { self, nameOf }: Together,
  journeys: readonly JourneyView[],
  words: Words,
): readonly string[] {
  const say = words.together;
  const along = following && (following === self.person ? say.goesAlongWithYou : say.goesAlong(nameOf(following)));
  const [first] = held?.things ?? [];
  const thing = first === undefined ? undefined : nameOfThing(journeys, first);
  const isNew = held?.lane !== undefined;
  const sayOf = { chosen: say.chose, written: isNew ? say.writingNew : say.writing, dragged: say.dragging };
  return [...(away ? [say.away] : []), ...(along ? [along] : []), ...(held && thing ? [sayOf[held.as](thing)] : [])];
}

/** Calls everybody to what this person sees. */
function Call({ summons, close }: { readonly summons: Together["summons"]; readonly close: () => void }) {
  const words = useWords().together;
  const [isAtOnce, setAtOnce] = useState(false);
  const call = () => {
    if (summons.isCalling) summons.release();
    else summons.call(isAtOnce);
    close();
  };
  return (
    <div className="board-here-call">
      <Button icon={<Megaphone size={15} aria-hidden />} onPress={call}>
        {summons.isCalling ? words.release : words.summon}
      </Button>
      {summons.isCalling ? null : (
        <>
          <Tick label={words.summonAtOnce} isOn={isAtOnce} onChange={setAtOnce} />
          <p className="board-quiet">{words.summonNote}</p>
        </>
      )}
    </div>
  );
}

interface TickProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Tick({ label, isOn, onChange }: TickProps) {
  return (
    <Checkbox className="ui-check" isSelected={isOn} onChange={onChange}>
      <span className="ui-check-box">
        <Check size={13} aria-hidden />
      </span>
      <span className="ui-check-words">{label}</span>
    </Checkbox>
  );
}
