/** In a step in pairs: with whom, and who speaks in this half of it (S0-13). */
import type { DayNow, PlanView } from "@sameside/model";
import { useWords } from "../words/words.ts";
import { clockText } from "./clock.ts";

interface Props {
  readonly plan: PlanView;
  readonly now: DayNow;
  readonly person: string;
  readonly nameOf: (person: string) => string;
}

export function PairLine({ plan, now: { run, remaining }, person, nameOf }: Props) {
  const say = useWords().step;
  const buddies = plan.people.find(({ id }) => id === person)?.buddies ?? [];
  const names = buddies.map(nameOf).join(", ");
  const untilSwap = run && remaining !== undefined ? remaining - (run.minutes * 60_000) / 2 : undefined;
  return (
    <p>
      {names ? <strong className="step-lanes">{say.buddy(names)} </strong> : null}
      {untilSwap === undefined ? null : untilSwap > 0 ? say.pairFirst(clockText(untilSwap)) : say.pairSecond}
    </p>
  );
}
