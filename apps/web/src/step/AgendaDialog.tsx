/** The agenda of the day while it runs: when each step really is, and what can be changed about it. */
import { clockTimes, makeUpTime, type StepView } from "@sameside/model";
import { Plus, Undo2 } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { timeOfDay } from "../ui/timeOfDay.ts";
import { useWords } from "../words/words.ts";
import { AgendaLine } from "./AgendaLine.tsx";
import { type AskedTime, agendaActs } from "./agendaActs.tsx";
import { minutesOf } from "./clock.ts";
import type { Day } from "./day.ts";
import { InsertForm } from "./InsertForm.tsx";
import type { Steering } from "./steering.ts";

interface Props {
  readonly live: LiveDay;
  readonly plan: LivePlan;
  readonly day: Day;
  readonly steering: Steering;
  readonly onClose: () => void;
}

/** `undefined` before: at the end. */
interface Inserting {
  readonly before: StepView | undefined;
}

export function AgendaDialog({ live, plan, day, steering, onClose }: Props) {
  const words = useWords();
  const say = words.step.agenda;
  const [said, setSaid] = useState("");
  const [inserting, setInserting] = useState<Inserting | null>(null);
  const [asked, setAsked] = useState<AskedTime | null>(null);
  const { history } = steering;
  const canUndo = useSyncExternalStore(history.subscribe, history.canUndo);
  const times = clockTimes(day.plan, day.taken, day.at);
  const late = minutesOf(day.now?.late ?? 0);
  const end = timeOfDay(times.at(-1)?.ends ?? day.at);
  const make = (outcome: Parameters<Steering["change"]>[0], sentence: string) => {
    if (steering.change(outcome)) setSaid(sentence);
  };
  const makeUp = () => {
    if (!day.now) return;
    const outcome = makeUpTime(plan.plan, live.by, { after: day.now.step.id, minutes: late });
    setSaid(steering.change(outcome) && outcome.outcome === "done" ? say.won(outcome.value) : say.nothingToWin);
  };
  return (
    <Dialog
      title={say.title}
      closeLabel={words.app.close}
      onClose={onClose}
      size="wide"
      actions={
        <>
          <output className="step-said">{said}</output>
          <Button
            icon={<Undo2 size={16} aria-hidden />}
            isDisabled={!canUndo}
            onPress={() => {
              steering.undo();
              setSaid(say.changed.undone);
            }}
          >
            {words.step.undo}
          </Button>
          <Button
            look="primary"
            icon={<Plus size={16} aria-hidden />}
            onPress={() => setInserting({ before: day.now?.next })}
          >
            {say.insertLast}
          </Button>
        </>
      }
    >
      {times.length === 0 ? (
        <p>{say.empty}</p>
      ) : (
        <div className="step-day">
          <p>{!day.now ? say.notBegun(end) : late > 0 ? say.behind(late, end) : say.onTime(end)}</p>
          {late > 0 ? <Button onPress={makeUp}>{say.makeUp}</Button> : null}
        </div>
      )}
      <ol className="step-agenda" aria-label={say.title}>
        {times.map((time, index) => (
          <AgendaLine
            key={time.step.id}
            time={time}
            actions={agendaActs({
              ...{ time, index, words, make, steering },
              plan: plan.plan,
              by: live.by,
              view: day.plan,
              now: day.now?.step.id,
              onInsert: () => setInserting({ before: time.step }),
              onAsk: setAsked,
              onClose,
            })}
          />
        ))}
      </ol>
      {asked ? (
        <div className="step-ask" role="alert">
          <p>{asked.text}</p>
          <Button onPress={() => setAsked(null)}>{words.app.cancel}</Button>
          <Button
            look="danger"
            onPress={() => {
              setAsked(null);
              asked.act();
            }}
          >
            {asked.go}
          </Button>
        </div>
      ) : null}
      {inserting ? (
        <InsertForm
          before={inserting.before}
          onInsert={(fields, title) => make(fields(plan.plan, live.by), say.changed.insert(title))}
          onClose={() => setInserting(null)}
        />
      ) : null}
    </Dialog>
  );
}
