/** What can be done with one step of the agenda. What has been is not changed. */
import {
  type Actor,
  describeStep,
  type Id,
  keepsItsTime,
  moveStep,
  type Outcome,
  type PlanDocument,
  type PlanView,
  passedOver,
  repeatStep,
  type StepTime,
  shortenProtected,
  skipStep,
  splitStep,
} from "@sameside/model";
import { ArrowDown, ArrowUp, Copy, Minus, Play, Plus, SkipForward, Split, Undo } from "lucide-react";
import type { MenuAction } from "../ui/Menu.tsx";
import type { Words } from "../words/words.ts";
import type { Steering } from "./steering.ts";

/** Minutes that are promised would be lost: it is asked first. */
export interface AskedTime {
  readonly text: string;
  readonly go: string;
  readonly act: () => void;
}

interface Parts {
  readonly plan: PlanDocument;
  readonly by: Actor;
  readonly time: StepTime;
  readonly index: number;
  readonly view: PlanView;
  /** The step that goes on; absent before the first. */
  readonly now: Id | undefined;
  readonly words: Words;
  readonly steering: Steering;
  readonly make: (outcome: Outcome, sentence: string) => void;
  readonly onInsert: () => void;
  readonly onAsk: (asked: AskedTime) => void;
  readonly onClose: () => void;
}

const MINUTES = 5;

export function agendaActs(parts: Parts): readonly MenuAction[] {
  const { time, words, plan, view, by, make, onAsk } = parts;
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
  const pass = () =>
    make(
      skipStep(plan, by, { step: step.id, skip: !step.isSkipped }),
      (step.isSkipped ? say.changed.take : say.changed.skip)(step.title),
    );
  const skip: MenuAction = {
    id: "skip",
    label: step.isSkipped ? say.take : say.skip,
    icon: step.isSkipped ? <Undo size={16} aria-hidden /> : <SkipForward size={16} aria-hidden />,
    act: () =>
      keepsItsTime(view, step)
        ? onAsk({ text: say.protectOut(step.title, step.minutes), go: say.leaveOut, act: pass })
        : pass(),
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

function beginAct({ time: { step }, view, now, words, steering, onAsk, onClose }: Parts): MenuAction {
  const say = words.step.agenda;
  const lost = passedOver(view, now, step.id).map(({ title }) => title);
  const begin = () => {
    onClose();
    steering.go(step);
  };
  return {
    id: "begin",
    label: say.begin,
    icon: <Play size={16} aria-hidden />,
    act: () => (lost.length > 0 ? onAsk({ text: say.passOver(lost), go: say.goWithout, act: begin }) : begin()),
  };
}

function splitActs({ time: { step }, words, plan, by, make }: Parts): readonly MenuAction[] {
  const say = words.step.agenda;
  if (step.minutes < 2) return [];
  const act = () =>
    make(splitStep(plan, by, { step: step.id, minutes: Math.ceil(step.minutes / 2) }), say.changed.split(step.title));
  return [{ id: "split", label: say.split, icon: <Split size={16} aria-hidden />, act }];
}

function minuteActs({ time: { step }, view, words, plan, by, make, onAsk }: Parts): readonly MenuAction[] {
  const say = words.step.agenda;
  const give = (minutes: number) =>
    make(describeStep(plan, by, { step: step.id, minutes }), say.changed.minutes(step.title, minutes));
  const fewer = step.minutes - MINUTES;
  const shortenAfterAll = () =>
    make(shortenProtected(plan, by, { step: step.id, minutes: fewer }), say.changed.minutes(step.title, fewer));
  const shorten = () =>
    keepsItsTime(view, step)
      ? onAsk({ text: say.protect(step.title, fewer), go: say.shorten, act: shortenAfterAll })
      : give(fewer);
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
function moveActs({
  time: { step },
  index,
  view: { steps },
  now,
  words,
  plan,
  by,
  make,
}: Parts): readonly MenuAction[] {
  const say = words.step.agenda;
  const place = (before: string | undefined) =>
    make(moveStep(plan, by, { step: step.id, ...(before !== undefined && { before }) }), say.changed.move(step.title));
  const above = steps[index - 1];
  const below = steps[index + 1];
  return [
    ...(above && above.id !== now
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
