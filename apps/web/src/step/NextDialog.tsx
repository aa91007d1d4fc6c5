/** Before everybody goes on: who has not said yet that they are done. */
import type { PlanView, StepView } from "@sameside/model";
import { Timer } from "lucide-react";
import { useState } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import { Button } from "../ui/Button.tsx";
import { CheckList } from "../ui/CheckList.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { minutesOf } from "./clock.ts";
import { ANNOUNCED_MS } from "./coming.ts";
import type { PersonToday } from "./peopleToday.ts";
import { useDone } from "./signals.ts";

interface Props {
  readonly live: LiveDay;
  readonly plan: PlanView;
  readonly from: StepView;
  /** What is left of its minutes, in ms. */
  readonly left: number | undefined;
  readonly to: StepView;
  readonly people: readonly PersonToday[];
  readonly nameOf: (person: string) => string;
  /** The screen may be for all: it is said how many are not done, not who. */
  readonly isSafe: boolean;
  /** `staying`: the tables that may stay a little. */
  readonly onGo: (staying: ReadonlySet<string>) => void;
  /** Not at once: everybody is told first, and sees the seconds. */
  readonly onAnnounce: (staying: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

export function NextDialog({
  live,
  plan,
  from,
  left = 0,
  to,
  people,
  nameOf,
  isSafe,
  onGo,
  onAnnounce,
  onClose,
}: Props) {
  const words = useWords();
  const say = words.step.goOn;
  const [staying, setStaying] = useState<ReadonlySet<string>>(new Set());
  const done = useDone(live, from.id);
  const waiting = people.filter(({ id }) => !done.has(id));
  const counted = people.length - waiting.length;
  const doneAt = (table: string) => {
    const there = people.filter(({ group }) => group === table);
    return say.atTable(there.filter(({ id }) => done.has(id)).length, there.length);
  };
  return (
    <Dialog
      title={say.title(to.title)}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say.notYet}</Button>
          <Button
            icon={<Timer size={16} aria-hidden />}
            onPress={() => {
              onClose();
              onAnnounce(staying);
            }}
          >
            {say.soon(ANNOUNCED_MS / 1_000)}
          </Button>
          <Button
            look="primary"
            onPress={() => {
              onClose();
              onGo(staying);
            }}
          >
            {say.go}
          </Button>
        </>
      }
    >
      {from.isProtected && minutesOf(left) > 0 ? <p>{say.keptLeft(from.title, minutesOf(left))}</p> : null}
      <p>{sentence(counted, people.length, say)}</p>
      {counted === 0 || waiting.length === 0 ? null : isSafe ? (
        <p className="step-quiet">{say.whoIsHidden}</p>
      ) : (
        <div>
          <p className="step-quiet">{say.waitingFor}</p>
          <ul className="step-waiting">
            {waiting.map(({ id }) => (
              <li key={id}>{nameOf(id)}</li>
            ))}
          </ul>
        </div>
      )}
      {plan.groups.length > 1 ? (
        <div>
          <p className="step-quiet">{say.stay}</p>
          <CheckList
            label={say.stay}
            items={plan.groups.map(({ id, name }) => ({ key: id, label: name, note: doneAt(id) }))}
            ticked={staying}
            onChange={setStaying}
          />
        </div>
      ) : null}
    </Dialog>
  );
}

function sentence(done: number, of: number, say: ReturnType<typeof useWords>["step"]["goOn"]): string {
  if (done === 0) return say.nobody;
  return done === of ? say.allDone : say.someDone(done, of);
}
