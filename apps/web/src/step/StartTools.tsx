/** In the step bar before the first step, for who runs the day. What is missing is said before the day begins. */
import { readinessOf } from "@sameside/insights";
import type { PlanView } from "@sameside/model";
import { ListOrdered, Play } from "lucide-react";
import { type ComponentType, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { AgendaButton } from "./DayTools.tsx";
import type { Steering } from "./steering.ts";

/** What a workshop lacks before it starts. */
export type ReadyPart = ComponentType<{
  readonly workshop: string;
  readonly plan: PlanView;
  readonly nameOf: (person: string) => string;
  readonly isSafe: boolean;
}>;

interface Props {
  readonly workshop: string;
  readonly plan: PlanView;
  readonly steering: Steering;
  readonly nameOf: (person: string) => string;
  readonly isSafe: boolean;
  readonly isOnline: boolean;
  /** A step goes on that the agenda has not. */
  readonly isElsewhere: boolean;
  readonly onAgenda: () => void;
  readonly Ready: ReadyPart;
}

export function StartTools({ plan, steering, isOnline, isElsewhere, onAgenda, Ready, ...ready }: Props) {
  const words = useWords();
  const say = words.step;
  const [isAsking, setAsking] = useState(false);
  const first = plan.steps.find(({ isSkipped }) => !isSkipped);
  const begin = () => {
    setAsking(false);
    if (first) steering.go(first);
  };
  return (
    <section className="step-bar" aria-label={say.bar}>
      <span className="step-kind">
        <ListOrdered size={18} aria-hidden />
      </span>
      <div className="step-words">
        <h2>{isElsewhere ? say.notInAgenda : say.notStarted}</h2>
        <div className="step-task">
          <p>{isOnline ? say.steps(plan.steps.length) : say.needsRelay}</p>
        </div>
      </div>
      <div className="step-acts">
        <AgendaButton onAgenda={onAgenda} />
        {first && isOnline ? (
          <Button
            look="primary"
            icon={<Play size={16} aria-hidden />}
            onPress={() => (readinessOf(plan).length > 0 ? setAsking(true) : begin())}
          >
            {say.startFirst(first.title)}
          </Button>
        ) : null}
      </div>
      {isAsking ? (
        <Dialog
          title={say.startTitle}
          closeLabel={words.app.close}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{say.goOn.notYet}</Button>
              <Button look="primary" onPress={begin}>
                {say.startAnyway}
              </Button>
            </>
          }
        >
          <Ready {...ready} plan={plan} />
        </Dialog>
      ) : null}
    </section>
  );
}
