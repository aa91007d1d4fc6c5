/** The moment of truth of a touchpoint: what kind, what it is worth, and why. */

import { newMoment } from "@sameside/insights";
import { MOMENT_KINDS, MOMENT_VALUE, markMoment, type TouchpointView, unmarkMoment } from "@sameside/model";
import { Triangle } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import { signed } from "../levels.ts";
import type { Desk } from "./desk.ts";
import { MomentFacts } from "./MomentFacts.tsx";

interface Props {
  readonly desk: Desk;
  readonly touchpoint: TouchpointView;
  readonly ask: boolean;
}

const VALUES = Array.from({ length: MOMENT_VALUE.max - MOMENT_VALUE.min + 1 }, (_, step) => MOMENT_VALUE.min + step);

export function MomentSection({ desk, touchpoint, ask }: Props) {
  const words = useWords();
  const say = words.inspector;
  const { board, by, run, editable } = desk;
  const { moment } = touchpoint;
  if (!moment) {
    if (!editable) return null;
    return (
      <Button
        icon={<Triangle size={15} aria-hidden />}
        onPress={() => {
          if (run(markMoment(board, by, newMoment(touchpoint))).outcome === "done")
            desk.onSelect({ kind: "moment", id: touchpoint.id });
        }}
      >
        {say.markMoment}
      </Button>
    );
  }
  const worth = (value: number) => words.journey.momentValues[value - MOMENT_VALUE.min] ?? "";
  const mark = (change: { kind?: typeof moment.kind; value?: number; reason?: string }) => {
    const { kind, value, reason } = { ...moment, ...change };
    return run(markMoment(board, by, { touchpoint: touchpoint.id, kind, value, reason })).outcome !== "refused";
  };
  return (
    <section className="board-moment" data-side={moment.value < 0 ? "bad" : "good"} aria-label={say.moment}>
      <header>
        <Triangle
          size={14}
          fill="currentColor"
          className={moment.value < 0 ? "board-moment-down" : undefined}
          aria-hidden
        />
        <h3>{say.moment}</h3>
        <span className="board-moment-worth">
          {worth(moment.value)} <b>{signed(moment.value)}</b>
        </span>
      </header>
      {touchpoint.otherMoments.length > 0 ? (
        <div className="board-moment-others">
          <h4>{say.otherMarks}</h4>
          <ul>
            {touchpoint.otherMoments.map((other) => (
              <li key={other.id}>{say.otherMark(worth(other.value), signed(other.value), other.reason)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {editable ? (
        <>
          <Choice
            label={say.momentValue}
            look="tiles"
            value={String(moment.value)}
            onChange={(value) => mark({ value: Number(value) })}
            options={VALUES.map((value) => ({
              value: String(value),
              label: signed(value),
              name: say.momentValueOf(worth(value), signed(value)),
            }))}
          />
          <Choice
            label={say.momentKind}
            value={moment.kind}
            onChange={(kind) => mark({ kind })}
            options={MOMENT_KINDS.map((value) => ({ value, label: words.journey.moments[value] }))}
          />
          <CommitField
            label={say.reason}
            placeholder={say.reasonPlaceholder}
            value={moment.reason}
            onCommit={(reason) => mark({ reason })}
            onLost={desk.onRescue}
            rows={2}
            autoFocus={ask}
          />
          <MomentFacts desk={desk} moment={moment} />
          <Button look="quiet" onPress={() => run(unmarkMoment(board, by, { touchpoint: touchpoint.id }))}>
            {say.unmark}
          </Button>
        </>
      ) : (
        <>
          <p>{moment.reason}</p>
          <MomentFacts desk={desk} moment={moment} />
        </>
      )}
    </section>
  );
}
