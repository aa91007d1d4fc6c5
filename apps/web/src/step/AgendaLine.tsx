/** One step of the agenda, with its time. */
import type { StepTime } from "@sameside/model";
import { Check, Ellipsis, ShieldCheck } from "lucide-react";
import { Menu, type MenuAction } from "../ui/Menu.tsx";
import { timeOfDay } from "../ui/timeOfDay.ts";
import { useWords } from "../words/words.ts";
import { minutesOf } from "./clock.ts";
import { STEP_ICONS } from "./stepIcons.ts";

export function AgendaLine({ time, actions }: { readonly time: StepTime; readonly actions: readonly MenuAction[] }) {
  const words = useWords().step;
  const say = words.agenda;
  const { step, state, begins, planned } = time;
  const Icon = state === "done" ? Check : STEP_ICONS[step.kind];
  const isMoved = state === "ahead" && minutesOf(begins - planned) !== 0;
  return (
    <li className="step-agenda-line" data-state={state} aria-current={state === "now" ? "step" : undefined}>
      <span className="step-agenda-time">
        {state === "skipped" || state === "passed" ? "" : timeOfDay(begins)}
        {isMoved ? <small>{say.was(timeOfDay(planned))}</small> : null}
      </span>
      <span className="step-kind">
        <Icon size={16} aria-hidden />
      </span>
      <span className="step-agenda-words">
        <strong>{step.title || words.kinds[step.kind]}</strong>
        <small>
          {[say.minutes(step.minutes), say.states[state]].filter((part) => part !== "").join(" · ")}
          {step.isProtected ? (
            <span className="step-protected">
              <ShieldCheck size={13} aria-hidden />
              {say.protected}
            </span>
          ) : null}
        </small>
      </span>
      {actions.length > 0 ? (
        <Menu label={say.act(step.title)} actions={actions}>
          <Ellipsis size={18} aria-hidden />
        </Menu>
      ) : null}
    </li>
  );
}
