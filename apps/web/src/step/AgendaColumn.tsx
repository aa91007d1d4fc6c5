/** The agenda of the day with its times, to look at. */
import { clockTimes } from "@sameside/model";
import { useId } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useWords } from "../words/words.ts";
import { AgendaLine } from "./AgendaLine.tsx";
import { minutesOf } from "./clock.ts";
import { useDay } from "./day.ts";

interface Props {
  readonly live: LiveDay;
  readonly plan: LivePlan;
}

export function AgendaColumn({ live, plan }: Props) {
  const words = useWords().step;
  const day = useDay(live, plan);
  const heading = useId();
  const times = clockTimes(day.plan, day.taken, day.at);
  const late = minutesOf(day.now?.late ?? 0);
  return (
    <nav className="step-column" aria-labelledby={heading}>
      <h2 id={heading}>{words.agenda.title}</h2>
      {times.length === 0 ? <p className="step-quiet">{words.agenda.empty}</p> : null}
      <ol className="step-agenda">
        {times.map((time) => (
          <AgendaLine key={time.step.id} time={time} actions={[]} />
        ))}
      </ol>
      {late > 0 ? <p className="step-late">{words.behind(late)}</p> : null}
    </nav>
  );
}
