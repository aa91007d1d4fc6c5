/** Own values that an older one took the place of, while two people wrote apart: said, and one press puts them back. */
import type { Id, Overwritten } from "@sameside/model";
import { Undo2 } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { useWords, type Words } from "../../words/words.ts";
import type { Desk } from "./desk.ts";

interface Props {
  readonly desk: Desk;
  /** The thing, and what of it has an id of its own. */
  readonly ids: readonly Id[];
}

export function YoursWas({ desk, ids }: Props) {
  const words = useWords();
  const say = words.inspector;
  const { history, run, editable, nameOf } = desk;
  const lost = ids.flatMap((id) => history.overwritten(id));
  if (lost.length === 0) return null;
  return (
    <ul className="board-yours" aria-label={say.yoursTitle}>
      {lost.map((one) => (
        <li key={`${one.id} ${one.field}`} className="board-first-words">
          <p className="board-quiet">{say.olderWon(factOf(one, words), nameOf(one.by.person))}</p>
          <p className="board-words">{say.yoursWas(shown(one, words))}</p>
          {editable ? (
            <Button icon={<Undo2 size={15} aria-hidden />} onPress={() => run(history.putBack(one))}>
              {say.putBack}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function factOf({ field }: Overwritten, { history }: Words): string {
  return new Map(Object.entries<string>(history.facts)).get(field) ?? history.otherFact;
}

/** As people chose or typed it. */
function shown({ collection, field, yours }: Overwritten, { journey, inspector }: Words): string {
  const wordsByValue: Readonly<Record<string, string>> =
    field === "grade"
      ? journey.grades
      : field === "stage"
        ? inspector.stages
        : collection === "moments" && field === "kind"
          ? journey.moments
          : {};
  if (typeof yours === "string") return wordsByValue[yours] ?? yours;
  if (Array.isArray(yours)) return yours.join(", ");
  if (yours === null) return inspector.nothing;
  return typeof yours === "object" ? Object.values(yours).join(" … ") : String(yours);
}
