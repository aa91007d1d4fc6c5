/** What who takes part says of themselves: done with this step, and help. */
import { Check, Hand } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import type { LiveDay } from "../live/liveDay.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { useOwnSignals } from "./signals.ts";

interface Props {
  readonly live: LiveDay;
  readonly step: string;
  readonly tell: Tell;
}

export function Signals({ live, step, tell }: Props) {
  const say = useWords().step;
  const own = useOwnSignals(live, step, tell);
  return (
    <>
      <ToggleButton className="ui-button ui-button-plain step-signal" isSelected={own.isDone} onChange={own.setDone}>
        <Check size={16} aria-hidden />
        {say.done}
      </ToggleButton>
      <ToggleButton
        className="ui-button ui-button-plain step-signal"
        isSelected={own.asksForHelp}
        onChange={(asks) => {
          own.setHelp(asks);
          if (asks) tell({ tone: "news", text: say.helpNews });
        }}
      >
        <Hand size={16} aria-hidden />
        {own.asksForHelp ? say.helpAsked : say.help}
      </ToggleButton>
    </>
  );
}
