/** What can be done with one step of the agenda. What has been is not changed. */
import {
  type Actor,
  describeStep,
  moveStep,
  type Outcome,
  type PlanDocument,
  repeatStep,
  type StepTime,
  type StepView,
  skipStep,
  splitStep,
} from "@sameside/model";
import { ArrowDown, ArrowUp, Copy, Minus, Play, Plus, SkipForward, Split, Undo } from "lucide-react";
import type { MenuAction } from "../ui/Menu.tsx";
import type { Words } from "../words/words.ts";
import type { Steering } from "./steering.ts";

interface Parts {
  readonly plan: PlanDocument;
  readonly by: Actor;
  readonly time: StepTime;
  readonly index: number;
  readonly steps: readonly StepView[];
  readonly hasBegun: boolean;
  readonly words: Words;
  readonly steering: Steering;
  readonly make: (outcome: Outcome, sentence: string) => void;
  readonly onInsert: () => void;
  /** Minutes that are protected would be fewer. */
  readonly onShorten: (minutes: number) => void;
  readonly onClose: () => void;
}

const MINUTES = 5;

export function agendaActs(parts: Parts): readonly MenuAction[] {
  const { time, words, plan, by, make } = parts;
  const { step, state } = time;
  const say = words.step.agenda;
  const repeat: MenuAction = {
    id: "repeat",
    label: say.repeat,
    icon: <Copy size={16} aria-hidden />,
    act: () => make(repeatStep(plan, by, { step: step.id }), say.changed.repeat(step.title)),
  };
  if (state === "done" || state === "passed") return [beginAct(parts), repeat];
  if (state === "now") return [repeat];
  const skip: MenuAction = {
    id: "skip",
    label: step.isSkipped ? say.take : say.skip,
    icon: step.isSkipped ? <Undo size={16} aria-hidden /> : <SkipForward size={16} aria-hidden />,
    act: () =>
      make(
        skipStep(plan, by, { step: step.id, skip: !step.isSkipped }),
        (step.isSkipped ? say.changed.take : say.changed.skip)(step.title),
      ),
  };
  if (step.isSkipped) return [skip];
  return [
    beginAct(parts),
    skip,
    {
      id: "insert",
      label: say.insert,
      icon: <Plus size={16} aria-hidden />,
      parted: true,
      act: parts.onInsert,
    },
    repeat,
    ...splitActs(parts),
    ...minuteActs(parts),
    ...moveActs(parts),
  ];
}

function beginAct({ time: { step }, words, steering, onClose }: Parts): MenuAction {
  return {
    id: "begin",
    label: words.step.agenda.begin,
    icon: <Play size={16} aria-hidden />,
    act: () => {
      onClose();
      steering.go(step);
    },
  };
}

function splitActs({ time: { step }, words, plan, by, make }: Parts): readonly MenuAction[] {
  const say = words.step.agenda;
  if (step.minutes < 2) return [];
  const act = () =>
    make(splitStep(plan, by, { step: step.id, minutes: Math.ceil(step.minutes / 2) }), say.changed.split(step.title));
  return [{ id: "split", label: say.split, icon: <Split size={16} aria-hidden />, act }];
}

function minuteActs({ time: { step }, hasBegun, words, plan, by, make, onShorten }: Parts): readonly MenuAction[] {
  const say = words.step.agenda;
  const give = (minutes: number) =>
    make(describeStep(plan, by, { step: step.id, minutes }), say.changed.minutes(step.title, minutes));
  const fewer = step.minutes - MINUTES;
  const shorten = () => (step.isProtected && hasBegun ? onShorten(fewer) : give(fewer));
  return [
    {
      id: "longer",
      label: say.longer,
      icon: <Plus size={16} aria-hidden />,
      parted: true,
      act: () => give(step.minutes + MINUTES),
    },
    ...(fewer > 0 ? [{ id: "shorter", label: say.shorter, icon: <Minus size={16} aria-hidden />, act: shorten }] : []),
  ];
}

/** Not past the step that goes on: what has been is not changed. */
function moveActs({ time: { step }, index, steps, words, plan, by, make }: Parts): readonly MenuAction[] {
  const say = words.step.agenda;
  const place = (before: string | undefined) =>
    make(moveStep(plan, by, { step: step.id, ...(before !== undefined && { before }) }), say.changed.move(step.title));
  const above = steps[index - 1];
  const below = steps[index + 1];
  return [
    ...(above
      ? [{ id: "earlier", label: say.earlier, icon: <ArrowUp size={16} aria-hidden />, act: () => place(above.id) }]
      : []),
    ...(below
      ? [
          {
            id: "later",
            label: say.later,
            icon: <ArrowDown size={16} aria-hidden />,
            act: () => place(steps[index + 2]?.id),
          },
        ]
      : []),
  ];
}
