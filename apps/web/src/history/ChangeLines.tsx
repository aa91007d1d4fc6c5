/** Who wrote each field of a thing last, and when: read from the stamps, so it is true however old the map is. */
import { readFieldChanges } from "@sameside/model";
import { useMemo } from "react";
import { useWords } from "../words/words.ts";
import { type HistoryDesk, type SelectedThing, whenWords } from "./contract.ts";
import { factWord } from "./diffLines.ts";

interface Props {
  readonly desk: Pick<HistoryDesk, "board" | "by" | "nameOf">;
  readonly thing: SelectedThing;
  /** Another object whenever the thing may have changed. */
  readonly asOf: object;
}

const COLLECTIONS = {
  card: "cards",
  touchpoint: "touchpoints",
  moment: "touchpoints",
  phase: "phases",
  lane: "lanes",
} as const;

export function ChangeLines({ desk: { board, by, nameOf }, thing: { kind, id }, asOf }: Props) {
  const words = useWords();
  const say = words.history.selected;
  const changes = useMemo(
    () => (asOf ? readFieldChanges(board, { collection: COLLECTIONS[kind], id }) : []),
    [board, asOf, kind, id],
  );
  return (
    <ul className="history-list">
      {changes.map(({ field, by: { person, time } }) => {
        const name = person === by.person ? words.history.you : nameOf(person);
        return <li key={field}>{say.line(factWord(field, words), name, whenWords(time))}</li>;
      })}
    </ul>
  );
}
