/** The place beside the map: one panel, or the search, or what is chosen. */
import type { BoardView } from "@sameside/model";
import { ContradictionsPanel } from "./inspector/ContradictionsPanel.tsx";
import type { Desk } from "./inspector/desk.ts";
import { Inspector } from "./inspector/Inspector.tsx";
import type { BesideProps, BoardSlots } from "./slots.ts";
import type { Finding } from "./useFinding.ts";
import type { Panels } from "./usePanel.ts";

interface Props {
  readonly slots: BoardSlots;
  readonly beside: BesideProps;
  readonly panels: Panels;
  readonly finding: Finding;
  readonly view: BoardView;
  /** `undefined` where no map is shown. */
  readonly desk: Desk | undefined;
  readonly onSay: (text: string) => void;
}

export function BoardSide({ slots, beside, panels, finding, view, desk, onSay }: Props) {
  const { live, selection } = beside;
  const closePanel = () => panels.show(null);
  switch (panels.panel) {
    case "notes":
      return <slots.Notes {...beside} onClose={closePanel} />;
    case "questions":
      return <slots.Questions {...beside} onClose={closePanel} />;
    case "topics":
      return <slots.Topics {...beside} onClose={closePanel} />;
    case "balance":
      return <slots.Balance {...beside} onClose={closePanel} />;
    case "tray":
      return <slots.Tray {...beside} onClose={closePanel} />;
    case "quotes":
      return <slots.Quotes {...beside} onClose={closePanel} />;
    case "contradictions":
      return desk ? <ContradictionsPanel live={live} desk={desk} onClose={closePanel} /> : null;
    case null:
      break;
  }
  if (!desk) return null;
  if (finding.isOpen) {
    return (
      <slots.Find
        live={live}
        view={view}
        journey={desk.journey}
        query={finding.query}
        onQuery={finding.setQuery}
        asked={finding.asked}
        onJump={finding.jump}
        onSay={onSay}
        onClose={finding.close}
      />
    );
  }
  return selection ? <Inspector desk={desk} selection={selection} /> : null;
}
