/** Under the bar of the board: what everybody is asked to do now, how long, and what follows for who runs the day. */
import type { ComingStep } from "@sameside/model";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useId, useState } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { actorRole } from "../live/ownPlace.ts";
import { useStore } from "../live/store.ts";
import { IconButton } from "../ui/Button.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords, type Words } from "../words/words.ts";
import { AgendaDialog } from "./AgendaDialog.tsx";
import { type Coming, useComing } from "./coming.ts";
import { DayTools } from "./DayTools.tsx";
import { type Day, useDay } from "./day.ts";
import { HelpCalls } from "./HelpCalls.tsx";
import { PairLine, PairTurns } from "./PairLine.tsx";
import { ReadPage } from "./ReadPage.tsx";
import { Signals } from "./Signals.tsx";
import { type ReadyPart, StartTools } from "./StartTools.tsx";
import "./step.css";
import { answerStep } from "./signals.ts";
import { type Steering, useSteering } from "./steering.ts";
import { STEP_ICONS } from "./stepIcons.ts";
import { useStepNews } from "./stepNews.ts";
import { Countdown, Timer, WaitingSign } from "./Timer.tsx";

interface Props {
  readonly live: LiveDay;
  /** The workshop's plan; `undefined` until it is read from the disk. */
  readonly plan: LivePlan | undefined;
  readonly nameOf: (person: string) => string;
  /** The screen may be for all: nobody is named who has something to do yet. */
  readonly isSafe?: boolean;
  readonly tell: Tell;
  /** The agenda is asked for. */
  readonly isAgendaOpen: boolean;
  readonly onAgenda: () => void;
  readonly onClose: () => void;
  /** Goes to the board of a table; absent where the page tells itself which table asks for help. */
  readonly onTable?: (group: string) => void;
  /** What the workshop lacks before it starts. */
  readonly Ready: ReadyPart;
}

export function StepBar(props: Props) {
  return props.plan ? <OpenBar {...props} plan={props.plan} /> : null;
}

function OpenBar({ plan, ...props }: Props & { readonly plan: LivePlan }) {
  const { live, tell, nameOf, isSafe = false, isAgendaOpen, onAgenda, onClose, Ready } = props;
  const seat = useStore(live.seat);
  const runsDay = seat.role === "facilitator";
  const day = useDay(live, plan);
  const steering = useSteering({ live, plan, day, tell });
  const coming = useComing({ live, plan, day, tell, steering });
  useStepNews(day, runsDay, tell);
  const isOnline = useStore(plan.status).wire === "online";
  return (
    <>
      {day.now ? (
        <CurrentStep {...props} {...{ day, runsDay, steering, coming }} now={day.now} />
      ) : runsDay && day.plan.steps.length > 0 ? (
        <StartTools
          workshop={live.workshop}
          plan={day.plan}
          {...{ steering, nameOf, isSafe, isOnline, onAgenda, Ready }}
          isElsewhere={day.taken !== undefined}
        />
      ) : null}
      {isAgendaOpen && runsDay ? (
        <AgendaDialog live={live} plan={plan} day={day} steering={steering} onClose={onClose} />
      ) : null}
    </>
  );
}

interface CurrentProps extends Omit<Props, "plan" | "Ready"> {
  readonly day: Day;
  readonly now: NonNullable<Day["now"]>;
  readonly runsDay: boolean;
  readonly steering: Steering;
  readonly coming: Coming;
}

function CurrentStep({ day, now, runsDay, steering, coming, ...page }: CurrentProps) {
  const { live, tell, nameOf, isSafe = false, onAgenda, onTable } = page;
  const words = useWords();
  const say = words.step;
  const seat = useStore(live.seat);
  const details = useId();
  // On a narrow page it is one line until somebody wants to see more.
  const [isUnfolded, setUnfolded] = useState(false);
  const { step } = now;
  const Icon = STEP_ICONS[step.kind];
  const instruction = step.instructions[actorRole(seat.role)].trim();
  // In pairs the usual sentence goes by whose turn it is.
  const isSaidByTurn = step.kind === "pair" && now.run !== undefined;
  const task = instruction || (isSaidByTurn ? "" : say.tasks[step.kind]);
  const lanes = step.lanes.map((kind) => words.journey.laneKinds[kind]).join(", ");
  return (
    <section className="step-bar" aria-label={say.bar} data-unfolded={isUnfolded ? "" : undefined}>
      <span className="step-kind" title={say.kinds[step.kind]}>
        <Icon size={18} aria-hidden />
      </span>
      <div className="step-words">
        <h2>{step.title || say.kinds[step.kind]}</h2>
        <div className="step-task" id={details}>
          {task ? <p>{task}</p> : null}
          {step.kind === "pair" ? (
            <PairLine plan={day.plan} {...{ now, nameOf }} person={seat.person} role={seat.role} />
          ) : null}
          {day.goesOnTo ? <p className="step-lanes">{say.stays(day.goesOnTo.title)}</p> : null}
          {day.coming ? (
            <p className="step-lanes">{comingSentence(day.coming, runsDay, say)}</p>
          ) : lanes ? (
            <p className="step-lanes">{say.lanes(lanes)}</p>
          ) : null}
        </div>
      </div>
      {step.kind === "pair" ? <PairTurns now={now} /> : null}
      {onTable && seat.role !== "dais" ? <HelpCalls {...{ live, nameOf, onTable }} plan={day.plan} /> : null}
      {day.coming?.isWaiting ? <WaitingSign what={comingSentence(day.coming, runsDay, say)} /> : null}
      {day.coming && !day.coming.isWaiting ? <Countdown coming={day.coming} /> : <Timer now={now} />}
      <span className="step-fold">
        <IconButton
          label={isUnfolded ? say.less : say.more}
          icon={isUnfolded ? <ChevronUp size={18} aria-hidden /> : <ChevronDown size={18} aria-hidden />}
          aria-expanded={isUnfolded}
          aria-controls={details}
          onPress={() => setUnfolded(!isUnfolded)}
        />
      </span>
      <div className="step-acts">
        {step.kind === "read" ? (
          <ReadPage
            key={step.id}
            title={step.title || say.kinds.read}
            own={instruction}
            usual={say.tasks.read}
            brief={day.plan.brief}
            opens={!runsDay && seat.role !== "dais"}
            onSeen={() => void answerStep(live, "seen", step.id).catch(console.warn)}
          />
        ) : null}
        {runsDay ? (
          <DayTools {...{ live, day, steering, coming, nameOf, isSafe, onAgenda }} now={now} />
        ) : seat.role === "dais" ? null : (
          <Signals live={live} step={step.id} tell={tell} />
        )}
      </div>
    </section>
  );
}

/** What is said of the next step once it was announced. */
function comingSentence({ step, isWaiting, isLate }: ComingStep, runsDay: boolean, say: Words["step"]): string {
  if (!isWaiting) return say.comes(step.title);
  return runsDay && isLate ? say.wasToBegin(step.title) : say.waits(step.title);
}
