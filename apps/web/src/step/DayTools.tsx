/** In the step bar, for who runs the day: more minutes, the agenda, the next step. */
import type { StepView } from "@sameside/model";
import { AlarmClockPlus, ChevronRight, ListOrdered, Pause, Play, Plus, X } from "lucide-react";
import { useState } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Menu, type MenuAction } from "../ui/Menu.tsx";
import { useWords, type Words } from "../words/words.ts";
import { minutesOf } from "./clock.ts";
import type { Coming } from "./coming.ts";
import type { Day } from "./day.ts";
import { NextDialog } from "./NextDialog.tsx";
import { OpenedCount } from "./OpenedCount.tsx";
import { usePeopleToday } from "./peopleToday.ts";
import { useDone, useSeen } from "./signals.ts";
import type { Steering } from "./steering.ts";

interface Props {
  readonly live: LiveDay;
  readonly day: Day;
  readonly steering: Steering;
  readonly coming: Coming;
  readonly nameOf: (person: string) => string;
  readonly isSafe: boolean;
  readonly onAgenda: () => void;
}

const MINUTES_TO_GIVE = [1, 5] as const;

export function DayTools({ now, ...props }: Props & { readonly now: NonNullable<Day["now"]> }) {
  const { live, day, steering, coming, nameOf, isSafe, onAgenda } = props;
  const say = useWords().step;
  const [asked, setAsked] = useState<StepView | null>(null);
  const people = usePeopleToday(live, day.plan);
  const late = minutesOf(now.late);
  return (
    <>
      {late > 0 ? <span className="step-late">{say.behind(late)}</span> : null}
      {now.run ? (
        <Menu label={say.clock} actions={clockActs(now.run.pausedAt !== undefined, steering, say)}>
          <AlarmClockPlus size={18} aria-hidden />
        </Menu>
      ) : null}
      <DoneCount {...{ live, day, now, nameOf, isSafe }} />
      <AgendaButton onAgenda={onAgenda} />
      {day.coming ? (
        <>
          <Button icon={<X size={16} aria-hidden />} onPress={coming.callOff}>
            {say.callOff}
          </Button>
          <Button look="primary" icon={<ChevronRight size={16} aria-hidden />} onPress={coming.goNow}>
            {say.goOn.go}
          </Button>
        </>
      ) : now.next ? (
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
          left={now.remaining}
          to={asked}
          people={people}
          nameOf={nameOf}
          isSafe={isSafe}
          onGo={(staying) => steering.go(asked, staying)}
          onAnnounce={(staying) => coming.announce(asked, staying)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

/** How many have said that they are done, and in a step for reading: have opened its page. */
function DoneCount({ live, day, now, nameOf, isSafe }: CountProps) {
  const say = useWords().step;
  const { step } = now;
  const done = useDone(live, step.id);
  const seen = useSeen(live, step.id);
  const people = usePeopleToday(live, day.plan);
  if (people.length === 0) return null;
  const doneCount = say.doneCount(people.filter(({ id }) => done.has(id)).length, people.length);
  return (
    <span className="step-late">
      {step.kind === "read" ? (
        <>
          <OpenedCount {...{ people, seen, nameOf, isSafe }} /> ·{" "}
        </>
      ) : null}
      {doneCount}
    </span>
  );
}

interface CountProps extends Pick<Props, "live" | "day" | "nameOf" | "isSafe"> {
  readonly now: NonNullable<Day["now"]>;
}

export function AgendaButton({ onAgenda }: Pick<Props, "onAgenda">) {
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
