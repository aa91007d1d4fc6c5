/** In the step bar, for who runs the day: more minutes, the agenda, the next step. */
import type { StepView } from "@sameside/model";
import { AlarmClockPlus, ChevronRight, ListOrdered, Pause, Play, Plus } from "lucide-react";
import { useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Menu, type MenuAction } from "../ui/Menu.tsx";
import { useWords, type Words } from "../words/words.ts";
import { minutesOf } from "./clock.ts";
import type { Day } from "./day.ts";
import { NextDialog } from "./NextDialog.tsx";
import type { Steering } from "./steering.ts";

interface Props {
  readonly live: LiveBoard;
  readonly day: Day;
  readonly steering: Steering;
  readonly nameOf: (person: string) => string;
  readonly onAgenda: () => void;
}

const MINUTES_TO_GIVE = [1, 5] as const;

export function DayTools({ now, ...props }: Props & { readonly now: NonNullable<Day["now"]> }) {
  const { live, day, steering, nameOf, onAgenda } = props;
  const say = useWords().step;
  const [asked, setAsked] = useState<StepView | null>(null);
  const late = minutesOf(now.late);
  return (
    <>
      {late > 0 ? <span className="step-late">{say.behind(late)}</span> : null}
      {now.run ? (
        <Menu label={say.clock} actions={clockActs(now.run.pausedAt !== undefined, steering, say)}>
          <AlarmClockPlus size={18} aria-hidden />
        </Menu>
      ) : null}
      <AgendaButton onAgenda={onAgenda} />
      {now.next ? (
        <Button look="primary" icon={<ChevronRight size={16} aria-hidden />} onPress={() => setAsked(now.next ?? null)}>
          {say.next(now.next.title)}
        </Button>
      ) : (
        <span className="step-late">{say.lastStep}</span>
      )}
      {asked ? (
        <NextDialog
          live={live}
          plan={day.plan}
          from={now.step}
          to={asked}
          nameOf={nameOf}
          onGo={(staying) => steering.go(asked, staying)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

/** Before the first step. */
export function StartTools({ day, steering, onAgenda, isOnline }: Props & { readonly isOnline: boolean }) {
  const say = useWords().step;
  const first = day.plan.steps.find(({ isSkipped }) => !isSkipped);
  return (
    <section className="step-bar" aria-label={say.bar}>
      <span className="step-kind">
        <ListOrdered size={18} aria-hidden />
      </span>
      <div className="step-words">
        <h2>{say.notStarted}</h2>
        <div className="step-task">
          <p>{isOnline ? say.steps(day.plan.steps.length) : say.needsRelay}</p>
        </div>
      </div>
      <div className="step-acts">
        <AgendaButton onAgenda={onAgenda} />
        {first && isOnline ? (
          <Button look="primary" icon={<Play size={16} aria-hidden />} onPress={() => steering.go(first)}>
            {say.startFirst(first.title)}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function AgendaButton({ onAgenda }: Pick<Props, "onAgenda">) {
  const say = useWords().step.agenda;
  return <IconButton label={say.menu} icon={<ListOrdered size={18} aria-hidden />} onPress={onAgenda} />;
}

function clockActs(isPaused: boolean, { extend, pause }: Steering, say: Words["step"]): readonly MenuAction[] {
  return [
    ...MINUTES_TO_GIVE.map((minutes) => ({
      id: `give-${minutes}`,
      label: say.give(minutes),
      icon: <Plus size={16} aria-hidden />,
      act: () => extend(minutes),
    })),
    {
      id: "pause",
      label: isPaused ? say.resume : say.pause,
      icon: isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />,
      parted: true,
      act: () => pause(!isPaused),
    },
  ];
}
