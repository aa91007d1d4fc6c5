/** What the day holds, and where it is. */
import type { StepView } from "@sameside/model";
import { useWords } from "../words/words.ts";

interface Props {
  readonly steps: readonly StepView[];
  readonly current: string | undefined;
}

export function RoomAgenda({ steps, current }: Props) {
  const words = useWords().room;
  return (
    <nav className="room-day" aria-label={words.agenda}>
      <h2>{words.agenda}</h2>
      {steps.length === 0 ? <p className="room-empty">{words.noAgenda}</p> : null}
      <ol>
        {steps
          .filter(({ isSkipped }) => !isSkipped)
          .map(({ id, title, minutes }) => (
            <li key={id} className="room-step" aria-current={id === current ? "step" : undefined}>
              <span className="room-step-title">{title}</span>
              <span className="room-step-minutes">
                {id === current ? `${words.minutes(minutes)} · ${words.now}` : words.minutes(minutes)}
              </span>
            </li>
          ))}
      </ol>
    </nav>
  );
}
