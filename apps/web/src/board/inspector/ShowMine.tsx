/** "You may show mine": the tick by which a person lets the table see what they feel, and what it shows of those who did. */
import type { RatingView } from "@sameside/model";
import { useFeelingView } from "../../journey/feelingView.ts";
import { levelWord, namedScale } from "../../journey/feelingWords.ts";
import { CheckList } from "../../ui/CheckList.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";

const MINE = "mine";

export function ShowMine({ desk: { by } }: { readonly desk: Desk }) {
  const say = useWords().feeling;
  const { shownBy, showMine } = useFeelingView();
  return (
    <CheckList
      label={say.showMine}
      items={[{ key: MINE, label: say.showMine, note: say.showMineNote }]}
      ticked={new Set(shownBy.has(by.person) ? [MINE] : [])}
      onChange={(ticked) => showMine(ticked.has(MINE))}
    />
  );
}

interface ShownByNameProps {
  readonly desk: Desk;
  /** What may stand there with a name. */
  readonly named: readonly RatingView[];
}

/** What others feel who let it be shown; only at their own table. */
export function ShownByName({ desk, named }: ShownByNameProps) {
  const words = useWords();
  const { shownBy } = useFeelingView();
  const scale = namedScale(desk.journey);
  const shown = named.filter(({ person }) => person !== desk.by.person && shownBy.has(person));
  if (shown.length === 0) return null;
  return (
    <ul className="board-said-feelings" aria-label={words.feeling.shownByName}>
      {shown.map(({ id, person, value, role }) => (
        <li key={id}>
          {words.feeling.feels(desk.nameOf(person), levelWord(words, value, scale))}{" "}
          <small>{words.journey.roles[role]}</small>
        </li>
      ))}
    </ul>
  );
}
