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
      <DoneCount live={live} day={day} now={now} />
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

/** How many have said that they are done, or have the page of this step open. */
function DoneCount({ live, day, now }: Pick<Props, "live" | "day"> & { readonly now: NonNullable<Day["now"]> }) {
  const say = useWords().step;
  const { step } = now;
  const done = useDone(live, step.id);
  const seen = useSeen(live, step.id);
  const people = usePeopleToday(live, day.plan);
  if (people.length === 0) return null;
  const count = (said: ReadonlySet<string>) => people.filter(({ id }) => said.has(id)).length;
  const opened = step.kind === "read" ? say.opened(count(seen), people.length) : "";
  return (
    <span className="step-late">
      {[opened, say.doneCount(count(done), people.length)].filter((part) => part !== "").join(" · ")}
    </span>
  );
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
