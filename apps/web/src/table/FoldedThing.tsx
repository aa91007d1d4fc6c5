/** A phase or a lane that is folded: its name and how many cards it holds. Pressing it opens it (useViewEvents.ts). */
import { ChevronsUpDown } from "lucide-react";
import { useWords } from "../words/words.ts";

interface Props {
  readonly kind: "phase" | "lane";
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

export function FoldedThing({ kind, id, title, count }: Props) {
  const { canvas, views } = useWords();
  const name = kind === "phase" ? canvas.phaseName(title) : canvas.laneName(title);
  return (
    <button
      type="button"
      tabIndex={-1}
      className="table-thing table-folded"
      data-stop={id}
      data-unfold={id}
      {...{ [`data-${kind}-id`]: id }}
      aria-label={views.foldedName(name, count)}
      aria-expanded={false}
      title={views.open(title)}
    >
      <ChevronsUpDown size={15} aria-hidden />
      <span className="table-folded-name">{title}</span>
      <span className="table-folded-count">{count}</span>
    </button>
  );
}
