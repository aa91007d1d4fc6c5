/** What is selected, and what can be said about it. Shown only while something is. */
import type { Selection } from "../../journey/contract.ts";
import { SideFrame } from "../../ui/SidePanel.tsx";
import { useWords, type Words } from "../../words/words.ts";
import { findCard, findTouchpoint } from "../findOnBoard.ts";
import { CardPanel } from "./CardPanel.tsx";
import type { Desk } from "./desk.ts";
import { LanePanel } from "./LanePanel.tsx";
import { PhasePanel } from "./PhasePanel.tsx";
import { TouchpointPanel } from "./TouchpointPanel.tsx";

interface Props {
  readonly desk: Desk;
  readonly selection: Selection;
}

export function Inspector({ desk, selection }: Props) {
  const words = useWords();
  const shown = panelFor(desk, selection, words);
  if (!shown) return null;
  return (
    <SideFrame
      className="board-inspector"
      label={words.inspector.panel(shown.kind)}
      heading={<span className="ui-chip">{shown.kind}</span>}
      closeLabel={words.inspector.close}
      onClose={() => desk.onSelect(null)}
    >
      <div className="ui-side-body" key={`${shown.key}`}>
        {shown.panel}
      </div>
    </SideFrame>
  );
}

function panelFor(desk: Desk, { kind, id }: Selection, words: Words) {
  const { journey } = desk;
  if (kind === "card") {
    const found = findCard(journey, id);
    const label = found && (found.lane?.name || words.journey.cardKinds[found.card.kind]);
    return found && { kind: label ?? "", key: id, panel: <CardPanel desk={desk} found={found} /> };
  }
  if (kind === "touchpoint" || kind === "moment") {
    const found = findTouchpoint(journey, id);
    const panel = found && <TouchpointPanel desk={desk} {...found} askMoment={kind === "moment"} />;
    return found && { kind: words.inspector.touchpoint, key: id, panel };
  }
  if (kind === "phase") {
    const phase = journey.phases.find((each) => each.id === id);
    return phase && { kind: words.inspector.phase, key: id, panel: <PhasePanel desk={desk} phase={phase} /> };
  }
  const lane = journey.lanes.find((each) => each.id === id);
  return lane && { kind: words.inspector.lane, key: id, panel: <LanePanel desk={desk} lane={lane} /> };
}
