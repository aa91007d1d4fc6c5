/** In a step in pairs: with whom, whose turn it is to tell, and when they swap (S0-13). */
import { type DayNow, type PlanView, pairTurn } from "@sameside/model";
import type { SeatRole } from "@sameside/protocol";
import { MessageCircle } from "lucide-react";
import { useWords } from "../words/words.ts";
import { clockText } from "./clock.ts";

interface Props {
  readonly plan: PlanView;
  readonly now: DayNow;
  readonly person: string;
  readonly role: SeatRole;
  readonly nameOf: (person: string) => string;
}

export function PairLine({ plan, now, person, role, nameOf }: Props) {
  const say = useWords().step;
  const buddies = plan.people.find(({ id }) => id === person)?.buddies ?? [];
  const names = buddies.map(nameOf).join(", ");
  const pair = pairTurn(now);
  const reader = role === "customer" || role === "colleague" ? role : "others";
  return (
    <p>
      {names ? <strong className="step-lanes">{say.buddy(names)} </strong> : null}
      {pair ? say.pair.tasks[pair.turn][reader] : null}
    </p>
  );
}

const TURNS = ["customer", "colleague"] as const;

/** Both turns, with the clock of the one that is on; there on a narrow page, too, where the rest is folded. */
export function PairTurns({ now }: Pick<Props, "now">) {
  const say = useWords().step.pair;
  const pair = pairTurn(now);
  if (!pair) return null;
  const left = clockText(Math.max(0, pair.left));
  return (
    <ol className="step-turns" aria-label={say.turns}>
      {TURNS.map((turn) => (
        <li key={turn} aria-current={turn === pair.turn ? "step" : undefined}>
          {turn === pair.turn ? <MessageCircle size={14} aria-hidden /> : null}
          {say.tells[turn]}
          {turn === pair.turn ? (
            <>
              <span className="step-turn-left" aria-hidden>
                {left}
              </span>
              <span className="ui-only-heard">{say.left(left)}</span>
            </>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
