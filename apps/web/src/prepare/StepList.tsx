/** The steps in order: dragged by mouse, finger or keys; one click opens a step. */
import {
  describeStep,
  keepsItsTime,
  MINUTES,
  removeStep,
  repeatStep,
  restoreInPlan,
  type StepView,
  skipStep,
  splitStep,
} from "@sameside/model";
import {
  ArrowDown,
  ArrowUp,
  Copy,
  Ellipsis,
  GripVertical,
  Lock,
  Minus,
  Pencil,
  Plus,
  Scissors,
  SkipForward,
  Trash2,
} from "lucide-react";
import { Button, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import { IconButton } from "../ui/Button.tsx";
import { fingerDrag } from "../ui/fingerDrag.ts";
import { Menu, type MenuAction } from "../ui/Menu.tsx";
import { useWords } from "../words/words.ts";
import { clockTime, type PlannedTime } from "./agendaTimes.ts";
import type { KeepTime } from "./keptTime.tsx";
import type { PrepareProps } from "./slots.ts";

/** How much the two buttons of a step change its minutes. */
const FEW_MINUTES = 5;

interface Props extends PrepareProps {
  readonly times: readonly PlannedTime[];
  readonly keepTime: KeepTime;
  readonly onOpen: (step: string) => void;
  /** `before` is absent for the end. */
  readonly onMove: (step: string, before: string | undefined) => void;
}

export function StepList({ times, onOpen, onMove, ...page }: Props) {
  const { plan, editable } = page;
  const say = useWords().prepare.agenda;
  const steps = times.map(({ step }) => step);
  const behind = (id: string, by: number) => steps[steps.findIndex((step) => step.id === id) + by]?.id;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ "text/plain": steps.find(({ id }) => id === key)?.title ?? String(key) })),
    onReorder({ keys, target }) {
      const [moved] = keys;
      const at = String(target.key);
      if (moved !== undefined) onMove(String(moved), target.dropPosition === "before" ? at : behind(at, 1));
    },
    isDisabled: !editable,
  });
  const byFinger = fingerDrag({
    grip: ".prepare-hold",
    item: ".prepare-step",
    place: ".prepare-step",
    onDrop(item, place, isBehind) {
      const [moved = "", at = ""] = [item.dataset["key"], place.dataset["key"]];
      const before = isBehind ? behind(at, 1) : at;
      if (before !== moved) onMove(moved, before);
    },
  });
  return (
    <div onPointerDownCapture={byFinger}>
      <GridList
        className="prepare-steps"
        aria-label={say.steps}
        items={times.map((time) => ({ ...time, id: time.step.id }))}
        dragAndDropHooks={dragAndDropHooks}
        onAction={(key) => onOpen(String(key))}
        dependencies={[plan, editable]}
      >
        {({ step, begins, ends }) => (
          <GridListItem
            id={step.id}
            textValue={step.title || say.untitled}
            className="prepare-step"
            data-break={step.kind === "break" ? "" : undefined}
            data-skipped={step.isSkipped ? "" : undefined}
          >
            {editable ? (
              <span className="prepare-hold">
                <Button slot="drag" className="prepare-grip">
                  <GripVertical size={16} aria-hidden />
                </Button>
              </span>
            ) : null}
            <span className="prepare-step-time">
              {step.isSkipped ? "–" : clockTime(plan.brief.startsAt, begins)}
              {step.isSkipped ? null : <span> – {clockTime(plan.brief.startsAt, ends)}</span>}
            </span>
            <span className="prepare-step-words">
              <span className="prepare-step-title">{step.title || say.untitled}</span>
              <span className="prepare-step-kind">
                {step.isSkipped ? say.skipped : say.kinds[step.kind]}
                {step.isProtected ? (
                  <span className="prepare-protected">
                    <Lock size={12} aria-hidden /> {say.protectedShort}
                  </span>
                ) : null}
              </span>
            </span>
            <StepMinutes {...page} step={step} />
            {editable ? (
              <Menu
                label={say.more(step.title || say.untitled)}
                actions={actsOf(step, page, say, {
                  keepTime: page.keepTime,
                  open: () => onOpen(step.id),
                  up: behind(step.id, -1) === undefined ? undefined : () => onMove(step.id, behind(step.id, -1)),
                  down: behind(step.id, 1) === undefined ? undefined : () => onMove(step.id, behind(step.id, 2)),
                })}
              >
                <Ellipsis size={17} aria-hidden />
              </Menu>
            ) : null}
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}

interface StepMinutesProps extends PrepareProps {
  readonly step: StepView;
  readonly keepTime: KeepTime;
}

function StepMinutes({ step, live, run, editable, keepTime }: StepMinutesProps) {
  const say = useWords().prepare.agenda;
  const title = step.title || say.untitled;
  const change = (by: number) => {
    const minutes = Math.min(MINUTES.max, Math.max(MINUTES.min, step.minutes + by));
    keepTime(step, minutes, () => run(describeStep(live.plan.plan, live.by, { step: step.id, minutes })));
  };
  return (
    <span className="prepare-step-minutes">
      {editable ? (
        <IconButton
          label={say.shorter(FEW_MINUTES, title)}
          icon={<Minus size={14} aria-hidden />}
          isDisabled={step.minutes <= MINUTES.min}
          onPress={() => change(-FEW_MINUTES)}
        />
      ) : null}
      <span>{say.minutes(step.minutes)}</span>
      {editable ? (
        <IconButton
          label={say.longer(FEW_MINUTES, title)}
          icon={<Plus size={14} aria-hidden />}
          onPress={() => change(FEW_MINUTES)}
        />
      ) : null}
    </span>
  );
}

interface Ways {
  readonly keepTime: KeepTime;
  readonly open: () => void;
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
}

function actsOf(
  step: StepView,
  { live, plan: view, run, tell }: PrepareProps,
  say: ReturnType<typeof useWords>["prepare"]["agenda"],
  { keepTime, open, up, down }: Ways,
): readonly MenuAction[] {
  const { plan } = live.plan;
  const { by } = live;
  const remove = () => {
    if (run(removeStep(plan, by, { step: step.id })).outcome !== "done") return;
    const back = () => run(restoreInPlan(plan, by, { collection: "steps", id: step.id }));
    tell({ tone: "news", text: say.removed(step.title || say.untitled), action: { label: say.bringBack, act: back } });
  };
  const skip = () => run(skipStep(plan, by, { step: step.id, skip: !step.isSkipped }));
  const half = Math.floor(step.minutes / 2);
  return [
    { id: "open", label: say.open, icon: <Pencil size={16} aria-hidden />, act: open },
    ...(up ? [{ id: "up", label: say.up, icon: <ArrowUp size={16} aria-hidden />, act: up }] : []),
    ...(down ? [{ id: "down", label: say.down, icon: <ArrowDown size={16} aria-hidden />, act: down }] : []),
    {
      id: "repeat",
      label: say.repeat,
      icon: <Copy size={16} aria-hidden />,
      parted: true,
      act: () => run(repeatStep(plan, by, { step: step.id })),
    },
    ...(half < 1
      ? []
      : [
          {
            id: "split",
            label: say.split,
            icon: <Scissors size={16} aria-hidden />,
            act: () => run(splitStep(plan, by, { step: step.id, minutes: half })),
          },
        ]),
    {
      id: "skip",
      label: step.isSkipped ? say.takeIn : say.skip,
      icon: <SkipForward size={16} aria-hidden />,
      act: () => (step.isSkipped ? skip() : keepTime(step, 0, skip)),
    },
    {
      id: "remove",
      label: say.remove,
      icon: <Trash2 size={16} aria-hidden />,
      danger: true,
      parted: true,
      // What was promised stays in the agenda, so that everybody hears that it is left out.
      act: () => (keepsItsTime(view, step) ? keepTime(step, 0, skip) : remove()),
    },
  ];
}
