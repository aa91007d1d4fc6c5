/** Who is here: oneself last, at most a handful of shapes, the rest as a number. */
import type { PersonHere } from "../live/people.ts";
import { useWords } from "../words/words.ts";
import { Avatar } from "./Avatar.tsx";

const MOST_SHOWN = 4;

interface Props {
  readonly self: PersonHere;
  readonly others: readonly PersonHere[];
}

export function People({ self, others }: Props) {
  const words = useWords().board;
  const shown = others.slice(0, MOST_SHOWN);
  return (
    <ul className="board-people" aria-label={words.people(others.length + 1)}>
      {shown.map((person) => (
        <li key={person.person}>
          <Avatar person={person} />
        </li>
      ))}
      {others.length > shown.length ? (
        <li className="board-people-more">{words.morePeople(others.length - shown.length)}</li>
      ) : null}
      {self.name || others.length > 0 ? (
        <li>
          <Avatar person={self} self />
        </li>
      ) : null}
    </ul>
  );
}
