/** What a lane says of itself: which department owns it, how that measures its support, and what it gets out of it. */
import { describeLane, type LaneView } from "@sameside/model";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import type { Desk } from "./desk.ts";
import { MetricsField } from "./MetricsField.tsx";

export function LaneFacts({ desk, lane }: { readonly desk: Desk; readonly lane: LaneView }) {
  const say = useWords().inspector;
  const { board, by, run, editable } = desk;
  const describe = (change: { owner?: string; metrics?: string; returns?: string }) =>
    run(describeLane(board, by, { lane: lane.id, ...change })).outcome !== "refused";
  const field = { isReadOnly: !editable, onLost: desk.onRescue };
  if (!editable && lane.owner === "" && lane.metricsText === "" && lane.returns === "") return null;
  return (
    <>
      <CommitField
        {...field}
        label={say.laneOwner}
        placeholder={say.ownerPlaceholder}
        value={lane.owner}
        onCommit={(owner) => describe({ owner })}
      />
      {lane.kind === "support" ? (
        <>
          <MetricsField
            {...field}
            label={say.laneMetrics}
            value={lane.metricsText}
            metrics={lane.metrics}
            onCommit={(metrics) => describe({ metrics })}
          />
          <CommitField
            {...field}
            label={say.laneReturns}
            value={lane.returns}
            onCommit={(returns) => describe({ returns })}
            rows={2}
          />
        </>
      ) : null}
    </>
  );
}
