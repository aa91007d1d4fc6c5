/** Who changed what of the selected thing, and when. */
import type { BoardView, Id } from "@sameside/model";
import { useWords } from "../words/words.ts";
import { ChangeLines } from "./ChangeLines.tsx";
import type { HistoryDesk, SelectedThing } from "./contract.ts";

interface Props {
  readonly desk: HistoryDesk;
  readonly selection: SelectedThing | null;
}

export function SelectedChanges({ desk, selection }: Props) {
  const words = useWords();
  const say = words.history.selected;
  const { view } = desk;
  if (!selection) return <p>{say.none}</p>;
  const kind = selection.kind === "moment" ? "touchpoint" : selection.kind;
  const title = say.title(words.changes.named[kind](titleOf(view, selection.id) || words.canvas.noName));
  return (
    <section className="history-group" aria-label={title}>
      <h3>{title}</h3>
      <ChangeLines desk={desk} thing={selection} asOf={view} />
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
