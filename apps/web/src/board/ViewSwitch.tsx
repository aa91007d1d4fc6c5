/** The ways to see the map. Links: each has an address of its own, and the browser's way back leads back. */
import { ListTree, Map as MapIcon, Table2 } from "lucide-react";
import { memo } from "react";
import { useWords } from "../words/words.ts";
import { MAP_VIEWS, type MapView } from "./chosenView.ts";

const ICON_BY_VIEW = { canvas: MapIcon, table: Table2, outline: ListTree } as const;

interface Props {
  readonly shown: MapView;
  readonly addressOf: (view: MapView) => string;
}

export const ViewSwitch = memo(function ViewSwitch({ shown, addressOf }: Props) {
  const say = useWords().board.views;
  return (
    <nav className="board-views" aria-label={say.label}>
      {MAP_VIEWS.map((view) => {
        const Icon = ICON_BY_VIEW[view];
        return (
          <a
            key={view}
            href={addressOf(view)}
            aria-current={view === shown ? "page" : undefined}
            title={say.names[view]}
          >
            <Icon size={16} aria-hidden />
            <span className="board-views-word">{say.names[view]}</span>
          </a>
        );
      })}
    </nav>
  );
});
