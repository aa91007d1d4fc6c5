/** Who changed what of the selected thing, and when: read from the stamps, so it is true however old the map is. */
import { type BoardView, type FieldChange, type Id, readFieldChanges } from "@sameside/model";
import { useMemo } from "react";
import { useWords } from "../words/words.ts";
import { type HistoryDesk, type SelectedThing, whenWords } from "./contract.ts";
import { factWord } from "./diffLines.ts";

interface Props {
  readonly desk: HistoryDesk;
  readonly selection: SelectedThing | null;
}

const COLLECTIONS = { card: "cards", touchpoint: "touchpoints", phase: "phases", lane: "lanes" } as const;

export function SelectedChanges({ desk, selection }: Props) {
  const words = useWords();
  const say = words.history.selected;
  const { board, by, view, nameOf } = desk;
  const kind = selection?.kind === "moment" ? "touchpoint" : selection?.kind;
  const id = selection?.id;
  // The view is another object whenever the document has changed.
  const changes = useMemo<readonly FieldChange[]>(
    () => (view && kind && id !== undefined ? readFieldChanges(board, { collection: COLLECTIONS[kind], id }) : []),
    [board, view, kind, id],
  );
  if (!kind || id === undefined) return <p>{say.none}</p>;
  const title = say.title(words.changes.named[kind](titleOf(view, id) || words.canvas.noName));
  return (
    <section className="history-group" aria-label={title}>
      <h3>{title}</h3>
      <ul className="history-list">
        {changes.map(({ field, by: { person, time } }) => {
          const name = person === by.person ? words.history.you : nameOf(person);
          return <li key={field}>{say.line(factWord(field, words), name, whenWords(time))}</li>;
        })}
      </ul>
    </section>
  );
}

function titleOf({ journeys }: BoardView, id: Id): string {
  for (const { phases, lanes } of journeys) {
    const lane = lanes.find((each) => each.id === id);
    if (lane) return lane.name;
    for (const phase of phases)
      for (const holder of [phase, ...phase.touchpoints]) {
        if (holder.id === id) return holder.title;
        const card = Object.values(holder.cardsByLane)
          .flat()
          .find((each) => each.id === id);
        if (card) return card.text;
      }
  }
  return "";
}
